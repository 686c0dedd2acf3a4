/* The same, balanced. */
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
    BarnUnlock(&barn->Lock);
}
