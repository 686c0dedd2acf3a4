/* The helper that gives the lock back says so beforehand, for an analyser that does not see who took it. */
#include <ntddk.h>

typedef struct _PANTRY {
    FAST_MUTEX Mutex;
    KSPIN_LOCK Lock;
    BOOLEAN Raised;
    ULONG Jars;
} PANTRY, *PPANTRY;

DRIVER_DISPATCH PantryWrite;

static VOID
PantryEnter(
    _In_ PPANTRY Pantry,
    _Out_ PKIRQL Irql
    )
{
    if (Pantry->Raised) {
        KeAcquireSpinLock(&Pantry->Lock, Irql);
    } else {
        ExAcquireFastMutex(&Pantry->Mutex);
    }
}

static VOID
PantryLeave(
    _In_ PPANTRY Pantry,
    _In_ KIRQL Irql
    )
{
    _Analysis_assume_lock_acquired_(Pantry->Lock);
    if (Pantry->Raised) {
        KeReleaseSpinLock(&Pantry->Lock, Irql);
    } else {
        ExReleaseFastMutex(&Pantry->Mutex);
    }
}

NTSTATUS
PantryWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PPANTRY pantry = DeviceObject->DeviceExtension;
    KIRQL irql;

    UNREFERENCED_PARAMETER(Irp);
    PantryEnter(pantry, &irql);
    pantry->Jars++;
    PantryLeave(pantry, irql);
    return STATUS_SUCCESS;
}
