/* The check between acquire and release returns and forgets the release. */
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
        return STATUS_INVALID_PARAMETER;  // expect: wdm/NumberedSpinLock lock=urn->Number acquire=23
    }
    urn->Level += amount;
    KeReleaseQueuedSpinLock(urn->Number, irql);
    return STATUS_SUCCESS;
}
