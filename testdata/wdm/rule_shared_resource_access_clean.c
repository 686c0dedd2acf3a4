/* Every way out gives back what was taken. */
#include <ntifs.h>

typedef struct _NEEDLE {
    ERESOURCE Resource;
    ULONG Level;
    ULONG Limit;
} NEEDLE, *PNEEDLE;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH NeedleWrite;

NTSTATUS
NeedleWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PNEEDLE needle = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;

    KeEnterCriticalRegion();
    ExAcquireResourceSharedLite(&needle->Resource, TRUE);
    if (needle->Level + amount > needle->Limit) {
        ExReleaseResourceLite(&needle->Resource);
        KeLeaveCriticalRegion();
        return STATUS_INVALID_PARAMETER;
    }
    needle->Level += amount;
    ExReleaseResourceLite(&needle->Resource);
    KeLeaveCriticalRegion();
    return STATUS_SUCCESS;
}
