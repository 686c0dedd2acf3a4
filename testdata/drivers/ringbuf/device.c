/* The device object: how it is made, what it does when power comes and goes, its statistics. */
#include "ringbuf.h"

static NTSTATUS
RingCreateTimer(
    _In_ WDFDEVICE Device
    )
{
    PDEVICE_EXTENSION devExt = GetDeviceExtension(Device);
    WDF_OBJECT_ATTRIBUTES attributes;
    WDF_TIMER_CONFIG timerConfig;

    WDF_TIMER_CONFIG_INIT_PERIODIC(&timerConfig, RingEvtStatisticsTimer, RING_TICK_IN_MS);
    timerConfig.AutomaticSerialization = FALSE;

    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = Device;

    return WdfTimerCreate(&timerConfig, &attributes, &devExt->StatisticsTimer);
}

NTSTATUS
RingCreateDevice(
    _Inout_ PWDFDEVICE_INIT DeviceInit
    )
{
    WDF_PNPPOWER_EVENT_CALLBACKS pnpPowerCallbacks;
    WDF_OBJECT_ATTRIBUTES attributes;
    PDEVICE_EXTENSION devExt;
    WDFDEVICE device;
    NTSTATUS status;

    WDF_PNPPOWER_EVENT_CALLBACKS_INIT(&pnpPowerCallbacks);
    pnpPowerCallbacks.EvtDeviceD0Entry = RingEvtDeviceD0Entry;
    pnpPowerCallbacks.EvtDeviceD0Exit = RingEvtDeviceD0Exit;
    WdfDeviceInitSetPnpPowerEventCallbacks(DeviceInit, &pnpPowerCallbacks);

    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, DEVICE_EXTENSION);
    status = WdfDeviceCreate(&DeviceInit, &attributes, &device);
    if (!NT_SUCCESS(status)) {
        return status;
    }

    devExt = GetDeviceExtension(device);

    WDF_OBJECT_ATTRIBUTES_INIT(&attributes);
    attributes.ParentObject = device;
    status = WdfSpinLockCreate(&attributes, &devExt->Lock);
    if (!NT_SUCCESS(status)) {
        return status;
    }

    status = RingCreateTimer(device);
    if (!NT_SUCCESS(status)) {
        return status;
    }

    return RingCreateQueues(device);
}

NTSTATUS
RingEvtDeviceD0Entry(
    _In_ WDFDEVICE Device,
    _In_ WDF_POWER_DEVICE_STATE PreviousState
    )
{
    PDEVICE_EXTENSION devExt = GetDeviceExtension(Device);

    UNREFERENCED_PARAMETER(PreviousState);

    WdfSpinLockAcquire(devExt->Lock);
    devExt->Head = 0;
    devExt->Count = 0;
    WdfSpinLockRelease(devExt->Lock);

    (VOID)WdfTimerStart(devExt->StatisticsTimer, WDF_REL_TIMEOUT_IN_MS(RING_TICK_IN_MS));
    return STATUS_SUCCESS;
}

NTSTATUS
RingEvtDeviceD0Exit(
    _In_ WDFDEVICE Device,
    _In_ WDF_POWER_DEVICE_STATE TargetState
    )
{
    PDEVICE_EXTENSION devExt = GetDeviceExtension(Device);

    UNREFERENCED_PARAMETER(TargetState);

    (VOID)WdfTimerStop(devExt->StatisticsTimer, TRUE);

    WdfSpinLockAcquire(devExt->Lock);
    if (devExt->Count > 0) {
        KdPrint(("ringbuf: %u bytes lost at power down\n", devExt->Count));
    }
    WdfSpinLockRelease(devExt->Lock);

    return STATUS_SUCCESS;
}

VOID
RingEvtStatisticsTimer(
    _In_ WDFTIMER Timer
    )
{
    PDEVICE_EXTENSION devExt = GetDeviceExtension(WdfTimerGetParentObject(Timer));
    ULONGLONG written;

    WdfSpinLockAcquire(devExt->Lock);
    written = devExt->Statistics.BytesWritten;
    devExt->Statistics.BytesPerTick = (ULONG)(written - devExt->BytesAtLastTick);
    devExt->BytesAtLastTick = written;
    WdfSpinLockRelease(devExt->Lock);
}
