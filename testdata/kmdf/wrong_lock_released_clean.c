/* What is released is what was taken. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _CHANNEL_CONTEXT {
    WDFSPINLOCK ReadLock;
    WDFSPINLOCK WriteLock;
    ULONG BytesRead;
    ULONG BytesWritten;
} CHANNEL_CONTEXT, *PCHANNEL_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(CHANNEL_CONTEXT, ChannelGetContext)

EVT_WDF_IO_QUEUE_IO_READ ChannelEvtIoRead;
EVT_WDF_IO_QUEUE_IO_WRITE ChannelEvtIoWrite;

VOID
ChannelEvtIoRead(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PCHANNEL_CONTEXT channel = ChannelGetContext(WdfIoQueueGetDevice(Queue));

    WdfSpinLockAcquire(channel->ReadLock);
    channel->BytesRead += (ULONG)Length;
    WdfSpinLockRelease(channel->ReadLock);

    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}

VOID
ChannelEvtIoWrite(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PCHANNEL_CONTEXT channel = ChannelGetContext(WdfIoQueueGetDevice(Queue));

    WdfSpinLockAcquire(channel->WriteLock);
    channel->BytesWritten += (ULONG)Length;
    WdfSpinLockRelease(channel->WriteLock);

    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
