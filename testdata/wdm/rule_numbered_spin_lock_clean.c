/* Every way out gives back what was taken. */
#include <ntifs.h>

typedef struct _URN {
    KSPIN_LOCK_QUEUE_NUMBER Number;
    ULONG Level;
    ULONG Limit;
} URN, *PURN;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH UrnWrite;

NTSTATUS
UrnWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PURN urn = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;
    KIRQL irql;

    irql = KeAcquireQueuedSpinLock(urn->Number);
    if (urn->Level + amount > urn->Limit) {
        KeReleaseQueuedSpinLock(urn->Number, irql);
        return STATUS_INVALID_PARAMETER;
    }
    urn->Level += amount;
    KeReleaseQueuedSpinLock(urn->Number, irql);
    return STATUS_SUCCESS;
}
