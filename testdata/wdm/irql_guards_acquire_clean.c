/* The IRQL decides how the lock is taken and given back; taking it saves the same IRQL again. */
#include <ntddk.h>

typedef struct _LOGBOOK {
    KSPIN_LOCK Lock;
    ULONG Lines;
} LOGBOOK, *PLOGBOOK;

DRIVER_DISPATCH LogbookDispatchWrite;

NTSTATUS
LogbookDispatchWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _Inout_ PIRP Irp
    )
{
    PLOGBOOK logbook = (PLOGBOOK)DeviceObject->DeviceExtension;
    KIRQL irql = KeGetCurrentIrql();

    if (irql < DISPATCH_LEVEL) {
        KeAcquireSpinLock(&logbook->Lock, &irql);
    } else {
        KeAcquireSpinLockAtDpcLevel(&logbook->Lock);
    }

    logbook->Lines++;

    if (irql < DISPATCH_LEVEL) {
        KeReleaseSpinLock(&logbook->Lock, irql);
    } else {
        KeReleaseSpinLockFromDpcLevel(&logbook->Lock);
    }

    Irp->IoStatus.Status = STATUS_SUCCESS;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return STATUS_SUCCESS;
}
