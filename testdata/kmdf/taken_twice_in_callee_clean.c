/* The caller gives up the lock before it calls what takes it. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _BAKERY_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Loaves;
    ULONG Baked;
} BAKERY_CONTEXT, *PBAKERY_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(BAKERY_CONTEXT, BakeryGetContext)

EVT_WDF_TIMER BakeryEvtTimer;

static VOID
BakeryBake(
    _In_ PBAKERY_CONTEXT Bakery
    )
{
    WdfSpinLockAcquire(Bakery->Lock);
    Bakery->Baked++;
    Bakery->Loaves += 10;
    WdfSpinLockRelease(Bakery->Lock);
}

VOID
BakeryEvtTimer(
    _In_ WDFTIMER Timer
    )
{
    PBAKERY_CONTEXT bakery = BakeryGetContext(WdfTimerGetParentObject(Timer));
    BOOLEAN soldOut;

    WdfSpinLockAcquire(bakery->Lock);
    soldOut = bakery->Loaves == 0;
    WdfSpinLockRelease(bakery->Lock);
    if (soldOut) {
        BakeryBake(bakery);
    }
}
