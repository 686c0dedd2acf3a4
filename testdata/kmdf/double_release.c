/* The error branch releases, and so does the common way out. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _PUMP_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Pressure;
    ULONG Limit;
    BOOLEAN Alarm;
} PUMP_CONTEXT, *PPUMP_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(PUMP_CONTEXT, PumpGetContext)

EVT_WDF_TIMER PumpEvtWatchdog;

VOID
PumpEvtWatchdog(
    _In_ WDFTIMER Timer
    )
{
    PPUMP_CONTEXT pump = PumpGetContext(WdfTimerGetParentObject(Timer));

    WdfSpinLockAcquire(pump->Lock);
    if (pump->Pressure > pump->Limit) {
        pump->Alarm = TRUE;
        WdfSpinLockRelease(pump->Lock);
        goto Done;
    }
    pump->Alarm = FALSE;

Done:
    WdfSpinLockRelease(pump->Lock);  // expect: WdfSpinlockRelease lock=pump->Lock kind=not-held
    WdfTimerStart(Timer, WDF_REL_TIMEOUT_IN_MS(200));
}
