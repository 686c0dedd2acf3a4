/* The function is a callback because the table of power callbacks names it; its failure keeps the lock. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _ANTENNA_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Gain;
} ANTENNA_CONTEXT, *PANTENNA_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(ANTENNA_CONTEXT, AntennaGetContext)

EVT_WDF_DRIVER_DEVICE_ADD AntennaEvtDeviceAdd;

static NTSTATUS
AntennaPowerUp(
    _In_ WDFDEVICE Device,
    _In_ WDF_POWER_DEVICE_STATE PreviousState
    )
{
    PANTENNA_CONTEXT antenna = AntennaGetContext(Device);

    UNREFERENCED_PARAMETER(PreviousState);

    WdfSpinLockAcquire(antenna->Lock);
    if (antenna->Gain == 0) {
        return STATUS_DEVICE_NOT_READY;  // expect: WdfSpinlockRelease lock=antenna->Lock acquire=24
    }
    antenna->Gain = 10;
    WdfSpinLockRelease(antenna->Lock);
    return STATUS_SUCCESS;
}

NTSTATUS
AntennaEvtDeviceAdd(
    _In_ WDFDRIVER Driver,
    _Inout_ PWDFDEVICE_INIT DeviceInit
    )
{
    WDF_PNPPOWER_EVENT_CALLBACKS pnpPowerCallbacks;
    WDF_OBJECT_ATTRIBUTES attributes;
    WDFDEVICE device;

    UNREFERENCED_PARAMETER(Driver);

    WDF_PNPPOWER_EVENT_CALLBACKS_INIT(&pnpPowerCallbacks);
    pnpPowerCallbacks.EvtDeviceD0Entry = AntennaPowerUp;
    WdfDeviceInitSetPnpPowerEventCallbacks(DeviceInit, &pnpPowerCallbacks);

    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, ANTENNA_CONTEXT);
    return WdfDeviceCreate(&DeviceInit, &attributes, &device);
}
