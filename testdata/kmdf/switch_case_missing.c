/* One case of the switch sets its status and breaks without the release that the others have. */
#include <ntddk.h>
#include <wdf.h>

#define IOCTL_SCALE_TARE  CTL_CODE(FILE_DEVICE_UNKNOWN, 0x810, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define IOCTL_SCALE_WEIGH CTL_CODE(FILE_DEVICE_UNKNOWN, 0x811, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define IOCTL_SCALE_RESET CTL_CODE(FILE_DEVICE_UNKNOWN, 0x812, METHOD_BUFFERED, FILE_ANY_ACCESS)

typedef struct _SCALE_CONTEXT {
    WDFSPINLOCK Lock;
    LONG Tare;
    LONG Raw;
    LONG Net;
} SCALE_CONTEXT, *PSCALE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(SCALE_CONTEXT, ScaleGetContext)

EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL ScaleEvtIoDeviceControl;

VOID
ScaleEvtIoDeviceControl(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t OutputBufferLength,
    _In_ size_t InputBufferLength,
    _In_ ULONG IoControlCode
    )
{
    PSCALE_CONTEXT scale = ScaleGetContext(WdfIoQueueGetDevice(Queue));
    NTSTATUS status = STATUS_SUCCESS;

    UNREFERENCED_PARAMETER(OutputBufferLength);
    UNREFERENCED_PARAMETER(InputBufferLength);

    WdfSpinLockAcquire(scale->Lock);

    switch (IoControlCode) {
    case IOCTL_SCALE_TARE:
        scale->Tare = scale->Raw;
        WdfSpinLockRelease(scale->Lock);
        break;
    case IOCTL_SCALE_WEIGH:
        scale->Net = scale->Raw - scale->Tare;
        WdfSpinLockRelease(scale->Lock);
        break;
    case IOCTL_SCALE_RESET:
        scale->Tare = 0;
        break;
    default:
        WdfSpinLockRelease(scale->Lock);
        status = STATUS_INVALID_DEVICE_REQUEST;
        break;
    }

    WdfRequestComplete(Request, status);
}  // expect: WdfSpinlockRelease lock=scale->Lock acquire=35
