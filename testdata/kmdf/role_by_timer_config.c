/* The function is a callback because WDF_TIMER_CONFIG_INIT names it; the last lap keeps the lock. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _TRACK_CONTEXT {
    WDFSPINLOCK Lock;
    WDFTIMER LapTimer;
    ULONG Laps;
} TRACK_CONTEXT, *PTRACK_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(TRACK_CONTEXT, TrackGetContext)

EVT_WDF_DEVICE_SELF_MANAGED_IO_INIT TrackEvtSelfManagedIoInit;

static VOID
TrackOnLap(
    _In_ WDFTIMER Timer
    )
{
    PTRACK_CONTEXT track = TrackGetContext(WdfTimerGetParentObject(Timer));

    WdfSpinLockAcquire(track->Lock);
    if (--track->Laps == 0) {
        (VOID)WdfTimerStop(Timer, FALSE);
        return;  // expect: WdfSpinlockRelease lock=track->Lock acquire=22
    }
    WdfSpinLockRelease(track->Lock);
}

NTSTATUS
TrackEvtSelfManagedIoInit(
    _In_ WDFDEVICE Device
    )
{
    PTRACK_CONTEXT track = TrackGetContext(Device);
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_TIMER_CONFIG timerConfig;

    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = Device;

    WDF_TIMER_CONFIG_INIT(&timerConfig, TrackOnLap);
    timerConfig.Period = 1000;

    return WdfTimerCreate(&timerConfig, &attributes, &track->LapTimer);
}
