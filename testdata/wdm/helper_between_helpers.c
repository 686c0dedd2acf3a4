/* A helper that takes the lock and gives it back once more is no one who gives it back for another helper. */
#include <ntddk.h>

typedef struct _TURNSTILE {
    KSPIN_LOCK Lock;
    ULONG State;
    ULONG Passed;
} TURNSTILE, *PTURNSTILE;

DRIVER_DISPATCH TurnstileWrite;

static VOID
TurnstileCount(
    _In_ PTURNSTILE Turnstile
    )
{
    KIRQL irql;

    KeAcquireSpinLock(&Turnstile->Lock, &irql);
    Turnstile->Passed++;
    KeReleaseSpinLock(&Turnstile->Lock, irql);
}

static VOID
TurnstilePass(
    _In_ PTURNSTILE Turnstile
    )
{
    KIRQL irql;

    KeAcquireSpinLock(&Turnstile->Lock, &irql);
    if (Turnstile->State != 0) {
        return;  // expect: wdm/SpinLockRelease lock=&Turnstile->Lock acquire=31 confidence=medium
    }
    KeReleaseSpinLock(&Turnstile->Lock, irql);
}

NTSTATUS
TurnstileWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    UNREFERENCED_PARAMETER(Irp);
    TurnstilePass(DeviceObject->DeviceExtension);
    TurnstileCount(DeviceObject->DeviceExtension);
    return STATUS_SUCCESS;
}
