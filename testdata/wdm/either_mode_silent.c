/* One release undoes whichever mode is held, also one that was changed. */
#include <ntifs.h>

typedef struct _GRID {
    ERESOURCE Resource;
    ULONG Level;
} GRID, *PGRID;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH GridWrite;

NTSTATUS
GridWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PGRID grid = DeviceObject->DeviceExtension;

    KeEnterCriticalRegion();
    if (grid->Level == 0) {
        ExAcquireResourceExclusiveLite(&grid->Resource, TRUE);
        ExConvertExclusiveToSharedLite(&grid->Resource);
    } else {
        ExAcquireResourceSharedLite(&grid->Resource, TRUE);
    }
    grid->Level++;
    ExReleaseResourceLite(&grid->Resource);
    KeLeaveCriticalRegion();
    return STATUS_SUCCESS;
}
