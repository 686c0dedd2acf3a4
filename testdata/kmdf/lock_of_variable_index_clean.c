/* Which element is locked is known only at run time, but it is the same at the release. */
#include <ntddk.h>
#include <wdf.h>

#define TRACKS 16

typedef struct _RECORDER_CONTEXT {
    WDFSPINLOCK TrackLock[TRACKS];
    ULONG Level[TRACKS];
} RECORDER_CONTEXT, *PRECORDER_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(RECORDER_CONTEXT, RecorderGetContext)

EVT_WDF_IO_QUEUE_IO_READ RecorderEvtIoRead;

VOID
RecorderEvtIoRead(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PRECORDER_CONTEXT recorder = RecorderGetContext(WdfIoQueueGetDevice(Queue));
    ULONG track = (ULONG)Length % TRACKS;

    WdfSpinLockAcquire(recorder->TrackLock[track]);
    if (recorder->Level[track] == 0) {
        WdfSpinLockRelease(recorder->TrackLock[track]);
        WdfRequestComplete(Request, STATUS_NO_MORE_ENTRIES);
        return;
    }
    recorder->Level[track]--;
    WdfSpinLockRelease(recorder->TrackLock[track]);
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
