/* The flag that remembers the lock is not set where the second branch takes it. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _LOOM_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Threads;
    ULONG Broken;
    ULONG Mode;
} LOOM_CONTEXT, *PLOOM_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(LOOM_CONTEXT, LoomGetContext)

EVT_WDF_DEVICE_D0_ENTRY LoomEvtDeviceD0Entry;

NTSTATUS
LoomEvtDeviceD0Entry(
    _In_ WDFDEVICE Device,
    _In_ WDF_POWER_DEVICE_STATE PreviousState
    )
{
    PLOOM_CONTEXT loom = LoomGetContext(Device);
    NTSTATUS status = STATUS_SUCCESS;
    BOOLEAN locked = FALSE;

    UNREFERENCED_PARAMETER(PreviousState);

    if (loom->Mode == 1) {
        WdfSpinLockAcquire(loom->Lock);
        locked = TRUE;
        loom->Threads = 100;
    } else if (loom->Mode == 2) {
        WdfSpinLockAcquire(loom->Lock);
        loom->Threads = 200;
    } else {
        status = STATUS_INVALID_PARAMETER;
        goto Exit;
    }
    loom->Broken = 0;

Exit:
    if (locked) {
        WdfSpinLockRelease(loom->Lock);
    }
    return status;  // expect: WdfSpinlockRelease lock=loom->Lock acquire=33
}
