/* The function is a callback because a queue's configuration names it; its empty branch keeps the lock. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _WELL_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Buckets;
} WELL_CONTEXT, *PWELL_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(WELL_CONTEXT, WellGetContext)

EVT_WDF_DRIVER_DEVICE_ADD WellEvtDeviceAdd;

static VOID
WellOnRead(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PWELL_CONTEXT well = WellGetContext(WdfIoQueueGetDevice(Queue));

    WdfSpinLockAcquire(well->Lock);
    if (well->Buckets < Length) {
        WdfRequestComplete(Request, STATUS_NO_MORE_ENTRIES);
        return;  // expect: WdfSpinlockRelease lock=well->Lock acquire=23
    }
    well->Buckets -= (ULONG)Length;
    WdfSpinLockRelease(well->Lock);
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}

NTSTATUS
WellEvtDeviceAdd(
    _In_ WDFDRIVER Driver,
    _Inout_ PWDFDEVICE_INIT DeviceInit
    )
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_IO_QUEUE_CONFIG queueConfig;
    WDFDEVICE device;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Driver);

    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, WELL_CONTEXT);
    status = WdfDeviceCreate(&DeviceInit, &attributes, &device);
    if (!NT_SUCCESS(status)) {
        return status;
    }

    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = device;
    status = WdfSpinLockCreate(&attributes, &WellGetContext(device)->Lock);
    if (!NT_SUCCESS(status)) {
        return status;
    }

    WDF_IO_QUEUE_CONFIG_INIT_DEFAULT_QUEUE(&queueConfig, WdfIoQueueDispatchParallel);
    queueConfig.EvtIoRead = WellOnRead;
    return WdfIoQueueCreate(device, &queueConfig, WDF_NO_OBJECT_ATTRIBUTES, NULL);
}
