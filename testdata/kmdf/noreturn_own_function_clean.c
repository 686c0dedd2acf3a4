/* The driver's own fatal-error function never comes back, since it ends in a bug check. */
#include <ntddk.h>
#include <wdf.h>

#define TOWER_FATAL 0x0000BEEF

typedef struct _TOWER_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Height;
    ULONG Faults;
} TOWER_CONTEXT, *PTOWER_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(TOWER_CONTEXT, TowerGetContext)

EVT_WDF_TIMER TowerEvtTimer;

static VOID
TowerFatal(
    _In_ PTOWER_CONTEXT Tower
    )
{
    Tower->Faults++;
    KeBugCheckEx(TOWER_FATAL, Tower->Height, Tower->Faults, 0, 0);
}

VOID
TowerEvtTimer(
    _In_ WDFTIMER Timer
    )
{
    PTOWER_CONTEXT tower = TowerGetContext(WdfTimerGetParentObject(Timer));

    WdfSpinLockAcquire(tower->Lock);
    if (tower->Height > 1000) {
        TowerFatal(tower);
        return;
    }
    tower->Height++;
    WdfSpinLockRelease(tower->Lock);
}
