/* Each of the three branches releases before they meet. */
#include <ntddk.h>
#include <wdf.h>

typedef enum _VALVE_STATE { ValveClosed, ValveMoving, ValveOpen } VALVE_STATE;

typedef struct _VALVE_CONTEXT {
    WDFSPINLOCK Lock;
    VALVE_STATE State;
    ULONG Moves;
    ULONG Refusals;
} VALVE_CONTEXT, *PVALVE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(VALVE_CONTEXT, ValveGetContext)

EVT_WDF_IO_QUEUE_IO_WRITE ValveEvtIoWrite;

VOID
ValveEvtIoWrite(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PVALVE_CONTEXT valve = ValveGetContext(WdfIoQueueGetDevice(Queue));
    NTSTATUS status;

    WdfSpinLockAcquire(valve->Lock);

    if (valve->State == ValveClosed) {
        valve->State = ValveMoving;
        valve->Moves++;
        WdfSpinLockRelease(valve->Lock);
        status = STATUS_SUCCESS;
    } else if (valve->State == ValveMoving) {
        valve->Refusals++;
        WdfSpinLockRelease(valve->Lock);
        status = STATUS_DEVICE_BUSY;
    } else {
        WdfSpinLockRelease(valve->Lock);
        status = STATUS_INVALID_DEVICE_STATE;
    }

    WdfRequestCompleteWithInformation(Request, status, NT_SUCCESS(status) ? Length : 0);
}
