/* The IRQL is lowered only where it was raised: the value that was saved says so. */
#include <wdm.h>

#define OBJECT_LOCKED 1

typedef struct _GATE {
    KSPIN_LOCK Lock;
    EX_SPIN_LOCK Readers;
    LONG Busy;
    LONG Count;
} GATE, *PGATE;

DRIVER_DISPATCH GateRead;
DRIVER_DISPATCH GateWrite;
DRIVER_DISPATCH GateControl;

NTSTATUS GateRead(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PGATE gate = DeviceObject->DeviceExtension;
    KIRQL old = KeRaiseIrqlToDpcLevel();

    gate->Count++;
    if (old != DISPATCH_LEVEL) {
        KeLowerIrql(old);
    }
    return GateComplete(Irp);
}

NTSTATUS GateWrite(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PGATE gate = DeviceObject->DeviceExtension;
    KIRQL old = KeGetCurrentIrql();

    if (old < DISPATCH_LEVEL) {
        old = KeRaiseIrqlToDpcLevel();
    }
    while (InterlockedBitTestAndSet(&gate->Busy, OBJECT_LOCKED)) {
        YieldProcessor();
    }
    gate->Count++;
    InterlockedBitTestAndReset(&gate->Busy, OBJECT_LOCKED);
    if (old < DISPATCH_LEVEL) {
        KeLowerIrql(old);
    }
    return GateComplete(Irp);
}

/* No acquire gives HIGH_LEVEL, so that this value can say that there was none which saved anything. */
NTSTATUS GateControl(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PGATE gate = DeviceObject->DeviceExtension;
    KIRQL old;

    if (KeGetCurrentIrql() >= DISPATCH_LEVEL) {
        ExAcquireSpinLockSharedAtDpcLevel(&gate->Readers);
        old = HIGH_LEVEL;
    } else {
        old = ExAcquireSpinLockShared(&gate->Readers);
    }
    GateReport(gate->Count);
    if (old == HIGH_LEVEL) {
        ExReleaseSpinLockSharedFromDpcLevel(&gate->Readers);
    } else {
        ExReleaseSpinLockShared(&gate->Readers, old);
    }
    return GateComplete(Irp);
}
