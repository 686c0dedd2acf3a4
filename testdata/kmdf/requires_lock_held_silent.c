/* The annotated helper runs with its caller's lock, gives it up in between, and returns with it: its contract. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _DAM_CONTEXT {
    WDFSPINLOCK Lock;
    WDFWORKITEM FlushWorkItem;
    ULONG Level;
    ULONG Limit;
} DAM_CONTEXT, *PDAM_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DAM_CONTEXT, DamGetContext)

EVT_WDF_TIMER DamEvtTimer;

_Requires_lock_held_(Dam->Lock)
static VOID
DamFlush(
    _In_ PDAM_CONTEXT Dam
    )
{
    if (Dam->Level < Dam->Limit) {
        return;
    }

    WdfSpinLockRelease(Dam->Lock);
    WdfWorkItemEnqueue(Dam->FlushWorkItem);
    WdfSpinLockAcquire(Dam->Lock);

    Dam->Level = 0;
}

VOID
DamEvtTimer(
    _In_ WDFTIMER Timer
    )
{
    PDAM_CONTEXT dam = DamGetContext(WdfTimerGetParentObject(Timer));

    WdfSpinLockAcquire(dam->Lock);
    dam->Level++;
    DamFlush(dam);
    WdfSpinLockRelease(dam->Lock);
}
