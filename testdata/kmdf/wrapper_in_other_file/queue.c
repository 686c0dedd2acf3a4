/* The open door sends the request back and forgets the lock that lock.c took for it. */
#include <ntddk.h>
#include <wdf.h>
#include "elevator.h"

VOID
ElevatorEvtIoWrite(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PELEVATOR_CONTEXT elevator = ElevatorGetContext(WdfIoQueueGetDevice(Queue));

    ElevatorLock(elevator);
    if (elevator->DoorOpen) {
        WdfRequestComplete(Request, STATUS_DEVICE_NOT_READY);
        return;  // expect: WdfSpinlockRelease lock=elevator->Lock acquire=lock.c:11
    }
    elevator->Floor = (elevator->Floor + 1) % elevator->Floors;
    ElevatorUnlock(elevator);

    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
