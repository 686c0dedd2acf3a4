/* A cancel routine is entered with the cancel spin lock held and gives it back on every way. */
#include <ntifs.h>

DRIVER_CANCEL LedgerCancel;

VOID
LedgerCancel(
    _Inout_ PDEVICE_OBJECT DeviceObject,
    _Inout_ _IRQL_uses_cancel_ PIRP Irp
    )
{
    if (DeviceObject->DeviceExtension == NULL) {
        return;  // expect: wdm/CancelSpinLockRelease lock=cancel spin lock
    }
    IoReleaseCancelSpinLock(Irp->CancelIrql);
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
}
