/* The lock helpers of the elevator driver: wrappers, so nothing to report here. */
#include <ntddk.h>
#include <wdf.h>
#include "elevator.h"

VOID
ElevatorLock(
    _In_ PELEVATOR_CONTEXT Elevator
    )
{
    WdfSpinLockAcquire(Elevator->Lock);
}

VOID
ElevatorUnlock(
    _In_ PELEVATOR_CONTEXT Elevator
    )
{
    WdfSpinLockRelease(Elevator->Lock);
}
