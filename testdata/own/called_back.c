/* A driver's callback must give back what it took, also where the lock is the project's own; a helper is judged at the
 * callback that leaves with its lock. */
#include <ntddk.h>
#include <wdf.h>

// pair: BarnLock:BarnUnlock

typedef struct _BARN {
    LONG Lock;
    ULONG Hay;
} BARN, *PBARN;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(BARN, BarnGetContext)

VOID BarnLock(PLONG Lock);
VOID BarnUnlock(PLONG Lock);

EVT_WDF_TIMER BarnOnTick;
EVT_WDF_TIMER BarnOnTock;

static VOID
BarnOpen(
    _In_ PBARN Barn
    )
{
    BarnLock(&Barn->Lock);
}

VOID
BarnOnTick(
    _In_ WDFTIMER Timer
    )
{
    PBARN barn = BarnGetContext(WdfTimerGetParentObject(Timer));

    BarnOpen(barn);
    barn->Hay++;
}  // expect: own/BarnLock lock=&barn->Lock acquire=26

VOID
BarnOnTock(
    _In_ WDFTIMER Timer
    )
{
    PBARN barn = BarnGetContext(WdfTimerGetParentObject(Timer));

    barn->Hay--;
    BarnUnlock(&barn->Lock);  // expect: own/BarnLock lock=&barn->Lock kind=not-held
}
