/* The same untouched field decides about the acquire and about the release. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _PIPE_CONTEXT {
    WDFSPINLOCK Lock;
    BOOLEAN Shared;
    ULONG Bytes;
} PIPE_CONTEXT, *PPIPE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(PIPE_CONTEXT, PipeGetContext)

EVT_WDF_IO_QUEUE_IO_WRITE PipeEvtIoWrite;

VOID
PipeEvtIoWrite(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PPIPE_CONTEXT pipe = PipeGetContext(WdfIoQueueGetDevice(Queue));

    if (pipe->Shared) {
        WdfSpinLockAcquire(pipe->Lock);
    }
    pipe->Bytes += (ULONG)Length;
    if (pipe->Shared) {
        WdfSpinLockRelease(pipe->Lock);
    }

    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
