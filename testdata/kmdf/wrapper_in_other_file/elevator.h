/* What the sources of the elevator driver share. */
#pragma once

typedef struct _ELEVATOR_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Floor;
    ULONG Floors;
    BOOLEAN DoorOpen;
} ELEVATOR_CONTEXT, *PELEVATOR_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(ELEVATOR_CONTEXT, ElevatorGetContext)

EVT_WDF_IO_QUEUE_IO_WRITE ElevatorEvtIoWrite;

VOID
ElevatorLock(
    _In_ PELEVATOR_CONTEXT Elevator
    );

VOID
ElevatorUnlock(
    _In_ PELEVATOR_CONTEXT Elevator
    );
