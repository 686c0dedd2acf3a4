/* Both ways out give back the lock that lock.c took. */
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
        ElevatorUnlock(elevator);
        WdfRequestComplete(Request, STATUS_DEVICE_NOT_READY);
        return;
    }
    elevator->Floor = (elevator->Floor + 1) % elevator->Floors;
    ElevatorUnlock(elevator);

    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
