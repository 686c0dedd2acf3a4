/* Element 0 is taken and element 1 released. */
#include <ntddk.h>
#include <wdf.h>

#define AXIS_X 0
#define AXIS_Y 1

typedef struct _MILL_CONTEXT {
    WDFSPINLOCK AxisLock[2];
    LONG Position[2];
} MILL_CONTEXT, *PMILL_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(MILL_CONTEXT, MillGetContext)

EVT_WDF_TIMER MillEvtStepTimer;

VOID
MillEvtStepTimer(
    _In_ WDFTIMER Timer
    )
{
    PMILL_CONTEXT mill = MillGetContext(WdfTimerGetParentObject(Timer));

    WdfSpinLockAcquire(mill->AxisLock[0]);
    mill->Position[AXIS_X]++;
    WdfSpinLockRelease(mill->AxisLock[1]);  // expect: WdfSpinlockRelease lock=mill->AxisLock[1] kind=not-held
}  // expect: WdfSpinlockRelease lock=mill->AxisLock[0] acquire=24
