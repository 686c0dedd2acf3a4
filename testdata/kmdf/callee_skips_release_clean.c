/* The helper that shall unlock does so on every path. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _DRILL_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Depth;
    ULONG Deepest;
} DRILL_CONTEXT, *PDRILL_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DRILL_CONTEXT, DrillGetContext)

EVT_WDF_TIMER DrillEvtTimer;

static VOID
DrillRecordAndUnlock(
    _In_ PDRILL_CONTEXT Drill
    )
{
    if (Drill->Depth <= Drill->Deepest) {
        WdfSpinLockRelease(Drill->Lock);
        return;
    }
    Drill->Deepest = Drill->Depth;
    WdfSpinLockRelease(Drill->Lock);
}

VOID
DrillEvtTimer(
    _In_ WDFTIMER Timer
    )
{
    PDRILL_CONTEXT drill = DrillGetContext(WdfTimerGetParentObject(Timer));

    WdfSpinLockAcquire(drill->Lock);
    drill->Depth++;
    DrillRecordAndUnlock(drill);

    WdfTimerStart(Timer, WDF_REL_TIMEOUT_IN_MS(20));
}
