/* Who sinks a ferry takes its lock once more: that is the defect, and not what the handler does then. A helper that gives the lock
   back itself is to blame where it does not. */
#include <ntddk.h>

typedef struct _FERRY {
    KSPIN_LOCK Lock;
    PULONG Passengers;
    BOOLEAN Sunk;
} FERRY, *PFERRY;

DRIVER_DISPATCH FerryCleanup;
DRIVER_DISPATCH FerryClose;

static VOID
FerrySink(
    _In_ PFERRY Ferry
    )
{
    KIRQL irql;

    __try {
        ProbeForRead(Ferry->Passengers, sizeof(ULONG), sizeof(ULONG));
        KeAcquireSpinLock(&Ferry->Lock, &irql);  // expect: wdm/SpinLock lock=&Ferry->Lock acquire=52 kind=taken-twice
        Ferry->Passengers = NULL;
        KeReleaseSpinLock(&Ferry->Lock, irql);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        KeReleaseSpinLock(&Ferry->Lock, irql);
    }
}

static VOID
FerryLeave(
    _In_ PFERRY Ferry
    )
{
    if (Ferry->Sunk) {
        FerrySink(Ferry);
    }
    FerryTrace("left");
}

NTSTATUS
FerryCleanup(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PFERRY ferry = DeviceObject->DeviceExtension;
    KIRQL irql;

    UNREFERENCED_PARAMETER(Irp);
    KeAcquireSpinLock(&ferry->Lock, &irql);
    FerryLeave(ferry);
    KeReleaseSpinLock(&ferry->Lock, irql);
    return STATUS_SUCCESS;
}

static VOID
FerryDock(
    _In_ PFERRY Ferry
    )
{
    if (Ferry->Sunk) {
        FerrySink(Ferry);
    }
    if (FerryIsLate()) {
        return;  // expect: wdm/SpinLockRelease lock=&Ferry->Lock acquire=81
    }
    KeReleaseSpinLockFromDpcLevel(&Ferry->Lock);
}

NTSTATUS
FerryClose(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PFERRY ferry = DeviceObject->DeviceExtension;

    UNREFERENCED_PARAMETER(Irp);
    KeAcquireSpinLockAtDpcLevel(&ferry->Lock);
    FerryDock(ferry);
    return STATUS_SUCCESS;
}
