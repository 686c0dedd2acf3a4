/* The queues: what happens to a write, a read, and a control code. */
#include "ringbuf.h"

/* The caller holds the lock and has made sure that there is room. */
static VOID
RingPut(
    _Inout_ PDEVICE_EXTENSION DevExt,
    _In_reads_bytes_(Length) const UCHAR *Data,
    _In_ ULONG Length
    )
{
    ULONG tail = (DevExt->Head + DevExt->Count) % RING_CAPACITY;
    ULONG first = min(Length, RING_CAPACITY - tail);

    RtlCopyMemory(DevExt->Ring + tail, Data, first);
    RtlCopyMemory(DevExt->Ring, Data + first, Length - first);
    DevExt->Count += Length;
    DevExt->Statistics.BytesWritten += Length;
}

/* The caller holds the lock. Returns how many bytes there were, at most Length. */
static ULONG
RingTake(
    _Inout_ PDEVICE_EXTENSION DevExt,
    _Out_writes_bytes_(Length) UCHAR *Data,
    _In_ ULONG Length
    )
{
    ULONG taken = min(Length, DevExt->Count);
    ULONG first = min(taken, RING_CAPACITY - DevExt->Head);

    RtlCopyMemory(Data, DevExt->Ring + DevExt->Head, first);
    RtlCopyMemory(Data + first, DevExt->Ring, taken - first);
    DevExt->Head = (DevExt->Head + taken) % RING_CAPACITY;
    DevExt->Count -= taken;
    DevExt->Statistics.BytesRead += taken;
    return taken;
}

/* Either completes the request or, while the ring is empty, lets it wait for the next write. */
static VOID
RingServeRead(
    _In_ PDEVICE_EXTENSION DevExt,
    _In_ WDFREQUEST Request
    )
{
    UCHAR *data;
    size_t length;
    ULONG taken;
    NTSTATUS status;

    status = WdfRequestRetrieveOutputBuffer(Request, 1, (PVOID *)&data, &length);
    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(Request, status);
        return;
    }

    WdfSpinLockAcquire(DevExt->Lock);
    if (DevExt->Count == 0) {
        status = WdfRequestForwardToIoQueue(Request, DevExt->PendingReads);
        WdfSpinLockRelease(DevExt->Lock);
        if (!NT_SUCCESS(status)) {
            WdfRequestComplete(Request, status);
        }
        return;
    }
    taken = RingTake(DevExt, data, (ULONG)min(length, RING_CAPACITY));
    WdfSpinLockRelease(DevExt->Lock);

    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, taken);
}

VOID
RingEvtIoRead(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    UNREFERENCED_PARAMETER(Length);

    RingServeRead(GetDeviceExtension(WdfIoQueueGetDevice(Queue)), Request);
}

VOID
RingEvtIoWrite(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PDEVICE_EXTENSION devExt = GetDeviceExtension(WdfIoQueueGetDevice(Queue));
    WDFREQUEST pendingRead;
    UCHAR *data;
    NTSTATUS status;

    status = WdfRequestRetrieveInputBuffer(Request, 1, (PVOID *)&data, NULL);
    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(Request, status);
        return;
    }

    WdfSpinLockAcquire(devExt->Lock);
    if (Length > RING_CAPACITY - devExt->Count) {
        devExt->Statistics.Overruns++;
        WdfRequestComplete(Request, STATUS_DEVICE_BUSY);
        return;  // expect: WdfSpinlockRelease lock=devExt->Lock acquire=103
    }
    RingPut(devExt, data, (ULONG)Length);
    WdfSpinLockRelease(devExt->Lock);

    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);

    status = WdfIoQueueRetrieveNextRequest(devExt->PendingReads, &pendingRead);
    if (NT_SUCCESS(status)) {
        RingServeRead(devExt, pendingRead);
    }
}

static NTSTATUS
RingGetStatistics(
    _In_ PDEVICE_EXTENSION DevExt,
    _In_ WDFREQUEST Request
    )
{
    PRING_STATISTICS statistics;
    NTSTATUS status;

    status = WdfRequestRetrieveOutputBuffer(Request, sizeof(*statistics), (PVOID *)&statistics, NULL);
    if (!NT_SUCCESS(status)) {
        return status;
    }

    WdfSpinLockAcquire(DevExt->Lock);
    *statistics = DevExt->Statistics;
    WdfSpinLockRelease(DevExt->Lock);

    WdfRequestSetInformation(Request, sizeof(*statistics));
    return STATUS_SUCCESS;
}

VOID
RingEvtIoDeviceControl(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t OutputBufferLength,
    _In_ size_t InputBufferLength,
    _In_ ULONG IoControlCode
    )
{
    PDEVICE_EXTENSION devExt = GetDeviceExtension(WdfIoQueueGetDevice(Queue));
    NTSTATUS status = STATUS_SUCCESS;

    UNREFERENCED_PARAMETER(OutputBufferLength);
    UNREFERENCED_PARAMETER(InputBufferLength);

    switch (IoControlCode) {
    case IOCTL_RING_GET_STATISTICS:
        status = RingGetStatistics(devExt, Request);
        break;
    case IOCTL_RING_CLEAR:
        WdfSpinLockAcquire(devExt->Lock);
        devExt->Head = 0;
        devExt->Count = 0;
        WdfSpinLockRelease(devExt->Lock);
        break;
    default:
        status = STATUS_INVALID_DEVICE_REQUEST;
        break;
    }

    WdfRequestComplete(Request, status);
}

NTSTATUS
RingCreateQueues(
    _In_ WDFDEVICE Device
    )
{
    PDEVICE_EXTENSION devExt = GetDeviceExtension(Device);
    WDF_IO_QUEUE_CONFIG queueConfig;
    NTSTATUS status;

    WDF_IO_QUEUE_CONFIG_INIT(&queueConfig, WdfIoQueueDispatchManual);
    status = WdfIoQueueCreate(Device, &queueConfig, WDF_NO_OBJECT_ATTRIBUTES, &devExt->PendingReads);
    if (!NT_SUCCESS(status)) {
        return status;
    }

    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&queueConfig, WdfIoQueueDispatchParallel);
    queueConfig.EvtIoRead = RingEvtIoRead;
    queueConfig.EvtIoWrite = RingEvtIoWrite;
    queueConfig.EvtIoDeviceControl = RingEvtIoDeviceControl;
    return WdfIoQueueCreate(Device, &queueConfig, WDF_NO_OBJECT_ATTRIBUTES, WDF_NO_HANDLE);
}
