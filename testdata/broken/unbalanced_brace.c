/* The second function opens a brace that nothing closes; the first is whole, and has a finding. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _SIEVE_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Holes;
} SIEVE_CONTEXT, *PSIEVE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(SIEVE_CONTEXT, SieveGetContext)

EVT_WDF_TIMER SieveEvtTimer;
EVT_WDF_WORKITEM SieveEvtWorkItem;

VOID
SieveEvtTimer(
    _In_ WDFTIMER Timer
    )
{
    PSIEVE_CONTEXT sieve = SieveGetContext(WdfTimerGetParentObject(Timer));

    WdfSpinLockAcquire(sieve->Lock);
    if (sieve->Holes == 0) {
        return;  // expect: WdfSpinlockRelease lock=sieve->Lock acquire=22
    }
    sieve->Holes--;
    WdfSpinLockRelease(sieve->Lock);
}

VOID
SieveEvtWorkItem(
    _In_ WDFWORKITEM WorkItem
    )
{
    PSIEVE_CONTEXT sieve = SieveGetContext(WdfWorkItemGetParentObject(WorkItem));

    WdfSpinLockAcquire(sieve->Lock);
    if (sieve->Holes > 9) {
        sieve->Holes = 9;
    WdfSpinLockRelease(sieve->Lock);
}
