/* The lock is taken only when there is something to do, but released always. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _METER_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Pulses;
    ULONG Total;
} METER_CONTEXT, *PMETER_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(METER_CONTEXT, MeterGetContext)

EVT_WDF_DEVICE_SURPRISE_REMOVAL MeterEvtSurpriseRemoval;

VOID
MeterEvtSurpriseRemoval(
    _In_ WDFDEVICE Device
    )
{
    PMETER_CONTEXT meter = MeterGetContext(Device);
    ULONG lost = 0;

    if (meter->Pulses > 0) {
        WdfSpinLockAcquire(meter->Lock);
        lost = meter->Pulses;
        meter->Pulses = 0;
    }
    WdfSpinLockRelease(meter->Lock);  // expect: WdfSpinlockRelease lock=meter->Lock kind=not-held

    KdPrint(("meter: %u pulses lost\n", lost));
}
