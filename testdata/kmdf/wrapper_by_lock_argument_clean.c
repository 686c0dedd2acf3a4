/* The wrapper gets the lock as its argument, and the same field is released. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _WEIR_CONTEXT {
    WDFSPINLOCK UpperLock;
    WDFSPINLOCK LowerLock;
    ULONG Upper;
    ULONG Lower;
} WEIR_CONTEXT, *PWEIR_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(WEIR_CONTEXT, WeirGetContext)

EVT_WDF_TIMER WeirEvtGaugeTimer;

static VOID
GateClose(
    _In_ WDFSPINLOCK Lock
    )
{
    WdfSpinLockAcquire(Lock);
}

VOID
WeirEvtGaugeTimer(
    _In_ WDFTIMER Timer
    )
{
    PWEIR_CONTEXT weir = WeirGetContext(WdfTimerGetParentObject(Timer));

    GateClose(weir->UpperLock);
    weir->Upper++;
    WdfSpinLockRelease(weir->UpperLock);
}
