/* Callbacks that run under the interrupt's own lock are not judged: synchronize, enable, disable. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _SENSOR_CONTEXT {
    WDFSPINLOCK Lock;
    WDFINTERRUPT Interrupt;
    ULONG Enabled;
    ULONG Samples;
} SENSOR_CONTEXT, *PSENSOR_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(SENSOR_CONTEXT, SensorGetContext)

EVT_WDF_INTERRUPT_SYNCHRONIZE SensorEvtSynchronize;
EVT_WDF_INTERRUPT_ENABLE SensorEvtInterruptEnable;
EVT_WDF_INTERRUPT_DISABLE SensorEvtInterruptDisable;

BOOLEAN
SensorEvtSynchronize(
    _In_ WDFINTERRUPT Interrupt,
    _In_ WDFCONTEXT Context
    )
{
    PSENSOR_CONTEXT sensor = (PSENSOR_CONTEXT)Context;

    UNREFERENCED_PARAMETER(Interrupt);

    WdfSpinLockAcquire(sensor->Lock);
    if (sensor->Samples == 0) {
        return FALSE;
    }
    sensor->Samples--;
    WdfSpinLockRelease(sensor->Lock);
    return TRUE;
}

NTSTATUS
SensorEvtInterruptEnable(
    _In_ WDFINTERRUPT Interrupt,
    _In_ WDFDEVICE AssociatedDevice
    )
{
    PSENSOR_CONTEXT sensor = SensorGetContext(AssociatedDevice);

    UNREFERENCED_PARAMETER(Interrupt);

    WdfSpinLockAcquire(sensor->Lock);
    sensor->Enabled++;
    return STATUS_SUCCESS;
}

NTSTATUS
SensorEvtInterruptDisable(
    _In_ WDFINTERRUPT Interrupt,
    _In_ WDFDEVICE AssociatedDevice
    )
{
    PSENSOR_CONTEXT sensor = SensorGetContext(AssociatedDevice);

    UNREFERENCED_PARAMETER(Interrupt);

    sensor->Enabled--;
    WdfSpinLockRelease(sensor->Lock);
    return STATUS_SUCCESS;
}
