/* One lock is given back at the level that another raised the IRQL to: from lock to lock, and by a cancel routine. */
#include <wdm.h>

typedef struct _CHAIN {
    KSPIN_LOCK First;
    KSPIN_LOCK Second;
    PIRP Waiting;
    LONG Count;
} CHAIN, *PCHAIN;

DRIVER_DISPATCH ChainRead;
DRIVER_CANCEL ChainCancel;

NTSTATUS ChainRead(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PCHAIN chain = DeviceObject->DeviceExtension;
    KIRQL irql;

    KeAcquireSpinLock(&chain->First, &irql);
    KeAcquireSpinLockAtDpcLevel(&chain->Second);
    KeReleaseSpinLockFromDpcLevel(&chain->First);
    chain->Count++;
    KeReleaseSpinLock(&chain->Second, irql);
    return ChainComplete(Irp);
}

VOID ChainCancel(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PCHAIN chain = DeviceObject->DeviceExtension;

    IoReleaseCancelSpinLock(DISPATCH_LEVEL);
    KeAcquireSpinLockAtDpcLevel(&chain->Second);
    if (chain->Waiting == Irp) {
        chain->Waiting = NULL;
    }
    KeReleaseSpinLock(&chain->Second, Irp->CancelIrql);
    ChainComplete(Irp);
}
