/* The operand that takes the lock is a nested if whose both branches release. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _ARM_CONTEXT {
    WDFSPINLOCK JointLock;
    BOOLEAN Homed;
    ULONG Angle;
    ULONG Target;
} ARM_CONTEXT, *PARM_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(ARM_CONTEXT, ArmGetContext)

EVT_WDF_TIMER ArmEvtStepTimer;

static BOOLEAN
ArmLockAndCompare(
    _In_ PARM_CONTEXT Arm
    )
{
    WdfSpinLockAcquire(Arm->JointLock);
    return Arm->Angle != Arm->Target;
}

VOID
ArmEvtStepTimer(
    _In_ WDFTIMER Timer
    )
{
    PARM_CONTEXT arm = ArmGetContext(WdfTimerGetParentObject(Timer));

    if (arm->Homed) {
        if (ArmLockAndCompare(arm)) {
            arm->Angle++;
            WdfTimerStart(Timer, WDF_REL_TIMEOUT_IN_MS(10));
        }
        WdfSpinLockRelease(arm->JointLock);
    }
}
