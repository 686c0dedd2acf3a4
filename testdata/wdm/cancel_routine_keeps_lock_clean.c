/* A cancel routine gives back the cancel spin lock that it is entered with. */
#include <ntifs.h>

DRIVER_CANCEL LedgerCancel;

VOID
LedgerCancel(
    _Inout_ PDEVICE_OBJECT DeviceObject,
    _Inout_ _IRQL_uses_cancel_ PIRP Irp
    )
{
    if (DeviceObject->DeviceExtension == NULL) {
        IoReleaseCancelSpinLock(Irp->CancelIrql);
        return;
    }
    IoReleaseCancelSpinLock(Irp->CancelIrql);
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
}
