/* The function is a callback because WdfRequestMarkCancelable names it; it releases before it completes. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _BUOY_CONTEXT {
    WDFSPINLOCK Lock;
    WDFREQUEST Waiting;
} BUOY_CONTEXT, *PBUOY_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(BUOY_CONTEXT, BuoyGetContext)

EVT_WDF_IO_QUEUE_IO_DEFAULT BuoyEvtIoDefault;

static VOID
BuoyOnCancel(
    _In_ WDFREQUEST Request
    )
{
    PBUOY_CONTEXT buoy = BuoyGetContext(WdfIoQueueGetDevice(WdfRequestGetIoQueue(Request)));

    WdfSpinLockAcquire(buoy->Lock);
    buoy->Waiting = NULL;
    WdfSpinLockRelease(buoy->Lock);
    WdfRequestComplete(Request, STATUS_CANCELLED);
}

VOID
BuoyEvtIoDefault(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request
    )
{
    PBUOY_CONTEXT buoy = BuoyGetContext(WdfIoQueueGetDevice(Queue));

    WdfSpinLockAcquire(buoy->Lock);
    buoy->Waiting = Request;
    WdfSpinLockRelease(buoy->Lock);

    WdfRequestMarkCancelable(Request, BuoyOnCancel);
}
