/* Like its clean twin, but for the early returns, which no test of the saved IRQL leads to. */
#include <wdm.h>

typedef struct _GATE {
    KSPIN_LOCK Lock;
    EX_SPIN_LOCK Readers;
    LONG Count;
} GATE, *PGATE;

DRIVER_DISPATCH GateRead;
DRIVER_DISPATCH GateControl;

NTSTATUS GateRead(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PGATE gate = DeviceObject->DeviceExtension;
    KIRQL old = KeRaiseIrqlToDpcLevel();

    if (gate->Count == 0) {
        return STATUS_NO_MORE_ENTRIES;  // expect: wdm/RaisedIrql lock=raised IRQL acquire=16
    }
    gate->Count++;
    if (old != DISPATCH_LEVEL) {
        KeLowerIrql(old);
    }
    return GateComplete(Irp);
}

NTSTATUS GateControl(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PGATE gate = DeviceObject->DeviceExtension;
    KIRQL old;

    old = ExAcquireSpinLockShared(&gate->Readers);
    if (gate->Count == 0) {
        ExReleaseSpinLockSharedFromDpcLevel(&gate->Readers);  // expect: MismatchedRelease lock=&gate->Readers acquire=33 kind=wrong-release
        return STATUS_NO_MORE_ENTRIES;
    }
    ExReleaseSpinLockShared(&gate->Readers, old);
    return GateComplete(Irp);
}
