/* The helper finds the lock from the device handle; its caller leaks what the helper took. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _CLOCK_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Ticks;
    BOOLEAN Stopped;
} CLOCK_CONTEXT, *PCLOCK_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(CLOCK_CONTEXT, ClockGetContext)

EVT_WDF_DEVICE_SELF_MANAGED_IO_SUSPEND ClockEvtSelfManagedIoSuspend;

static VOID
ClockFreeze(
    _In_ WDFDEVICE Device
    )
{
    WdfSpinLockAcquire(ClockGetContext(Device)->Lock);
}

static VOID
ClockThaw(
    _In_ WDFDEVICE Device
    )
{
    WdfSpinLockRelease(ClockGetContext(Device)->Lock);
}

NTSTATUS
ClockEvtSelfManagedIoSuspend(
    _In_ WDFDEVICE Device
    )
{
    ClockFreeze(Device);
    if (ClockGetContext(Device)->Stopped) {
        return STATUS_SUCCESS;  // expect: WdfSpinlockRelease lock=ClockGetContext(Device)->Lock acquire=20
    }
    ClockGetContext(Device)->Stopped = TRUE;
    ClockGetContext(Device)->Ticks = 0;
    ClockThaw(Device);
    return STATUS_SUCCESS;
}
