/* Forwarding, marking and completing requests under the lock says nothing about the lock. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _PIER_CONTEXT {
    WDFSPINLOCK Lock;
    WDFQUEUE Waiting;
    WDFREQUEST Current;
} PIER_CONTEXT, *PPIER_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(PIER_CONTEXT, PierGetContext)

EVT_WDF_IO_QUEUE_IO_DEFAULT PierEvtIoDefault;
EVT_WDF_REQUEST_CANCEL PierEvtRequestCancel;

VOID
PierEvtRequestCancel(
    _In_ WDFREQUEST Request
    )
{
    PPIER_CONTEXT pier = PierGetContext(WdfIoQueueGetDevice(WdfRequestGetIoQueue(Request)));

    WdfSpinLockAcquire(pier->Lock);
    if (pier->Current == Request) {
        pier->Current = NULL;
    }
    WdfSpinLockRelease(pier->Lock);
    WdfRequestComplete(Request, STATUS_CANCELLED);
}

VOID
PierEvtIoDefault(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request
    )
{
    PPIER_CONTEXT pier = PierGetContext(WdfIoQueueGetDevice(Queue));
    NTSTATUS status = STATUS_PENDING;

    WdfSpinLockAcquire(pier->Lock);
    if (pier->Current != NULL) {
        status = WdfRequestForwardToIoQueue(Request, pier->Waiting);
    } else {
        status = WdfRequestMarkCancelableEx(Request, PierEvtRequestCancel);
        if (NT_SUCCESS(status)) {
            pier->Current = Request;
        }
    }
    WdfSpinLockRelease(pier->Lock);

    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(Request, status);
    }
}
