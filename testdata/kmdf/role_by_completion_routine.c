/* The function is a callback because WdfRequestSetCompletionRoutine names it; a failed request keeps the lock. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _RELAY_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Sent;
    ULONG Failed;
} RELAY_CONTEXT, *PRELAY_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(RELAY_CONTEXT, RelayGetContext)

EVT_WDF_IO_QUEUE_IO_DEFAULT RelayEvtIoDefault;

static VOID
RelayOnDone(
    _In_ WDFREQUEST Request,
    _In_ WDFIOTARGET Target,
    _In_ PWDF_REQUEST_COMPLETION_PARAMS Params,
    _In_ WDFCONTEXT Context
    )
{
    PRELAY_CONTEXT relay = (PRELAY_CONTEXT)Context;
    NTSTATUS status = Params->IoStatus.Status;

    UNREFERENCED_PARAMETER(Target);

    WdfSpinLockAcquire(relay->Lock);
    if (!NT_SUCCESS(status)) {
        relay->Failed++;
        WdfRequestComplete(Request, status);
        return;  // expect: WdfSpinlockRelease lock=relay->Lock acquire=28
    }
    relay->Sent++;
    WdfSpinLockRelease(relay->Lock);
    WdfRequestComplete(Request, status);
}

VOID
RelayEvtIoDefault(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request
    )
{
    WDFDEVICE device = WdfIoQueueGetDevice(Queue);
    PRELAY_CONTEXT relay = RelayGetContext(device);

    WdfRequestFormatRequestUsingCurrentType(Request);
    WdfRequestSetCompletionRoutine(Request, RelayOnDone, relay);
    if (!WdfRequestSend(Request, WdfDeviceGetIoTarget(device), WDF_NO_SEND_OPTIONS)) {
        WdfRequestComplete(Request, WdfRequestGetStatus(Request));
    }
}
