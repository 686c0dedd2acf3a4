/* The helper says through an out-parameter whether it left with the lock, and its caller asks. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _MOTOR_CONTEXT {
    WDFSPINLOCK Lock;
    BOOLEAN Exclusive;
    ULONG Turns;
} MOTOR_CONTEXT, *PMOTOR_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(MOTOR_CONTEXT, MotorGetContext)

EVT_WDF_TIMER MotorEvtTimer;

static VOID
MotorLockUnlessExclusive(
    _In_ PMOTOR_CONTEXT Motor,
    _Out_ BOOLEAN *Locked
    )
{
    if (Motor->Exclusive) {
        *Locked = FALSE;
        return;
    }
    WdfSpinLockAcquire(Motor->Lock);
    *Locked = TRUE;
}

VOID
MotorEvtTimer(
    _In_ WDFTIMER Timer
    )
{
    PMOTOR_CONTEXT motor = MotorGetContext(WdfTimerGetParentObject(Timer));
    BOOLEAN locked;

    MotorLockUnlessExclusive(motor, &locked);
    motor->Turns++;
    if (locked) {
        WdfSpinLockRelease(motor->Lock);
    }
}
