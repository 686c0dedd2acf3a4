/* Two locks are released in the order in which they were taken: unusual, but each is given back. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _LOCK_GATE_CONTEXT {
    WDFSPINLOCK UpperLock;
    WDFSPINLOCK LowerLock;
    ULONG Upper;
    ULONG Lower;
} LOCK_GATE_CONTEXT, *PLOCK_GATE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(LOCK_GATE_CONTEXT, LockGateGetContext)

EVT_WDF_TIMER LockGateEvtTimer;

VOID
LockGateEvtTimer(
    _In_ WDFTIMER Timer
    )
{
    PLOCK_GATE_CONTEXT gate = LockGateGetContext(WdfTimerGetParentObject(Timer));

    WdfSpinLockAcquire(gate->UpperLock);
    WdfSpinLockAcquire(gate->LowerLock);
    if (gate->Upper > gate->Lower) {
        gate->Upper--;
        gate->Lower++;
    }
    WdfSpinLockRelease(gate->UpperLock);
    if (gate->Lower == 0) {
        WdfSpinLockRelease(gate->LowerLock);
        return;
    }
    gate->Lower--;
    WdfSpinLockRelease(gate->LowerLock);
}
