/* The nested block relies on what the function has taken. */
#include <ntifs.h>

typedef struct _LOOM {
    ERESOURCE Resource;
    ULONG Level;
    ULONG Limit;
} LOOM, *PLOOM;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH LoomWrite;

NTSTATUS
LoomWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PLOOM loom = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;

    KeEnterCriticalRegion();
    ExAcquireResourceSharedLite(&loom->Resource, TRUE);
    loom->Level += amount;
    if (loom->Level > loom->Limit) {
        loom->Level = loom->Limit;
    }
    ExReleaseResourceLite(&loom->Resource);
    KeLeaveCriticalRegion();
    return STATUS_SUCCESS;
}
