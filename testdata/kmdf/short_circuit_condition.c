/* The second operand of && takes the lock, so that the branch behind it has it and the other has it sometimes. */
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

    if (arm->Homed && ArmLockAndCompare(arm)) {
        arm->Angle++;
        WdfSpinLockRelease(arm->JointLock);
        WdfTimerStart(Timer, WDF_REL_TIMEOUT_IN_MS(10));
    }
}  // expect: WdfSpinlockRelease lock=arm->JointLock acquire=21
