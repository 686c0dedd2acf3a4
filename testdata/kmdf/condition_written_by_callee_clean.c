/* The calls between the two tests write another field. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _HEATER_CONTEXT {
    WDFSPINLOCK Lock;
    BOOLEAN On;
    ULONG Seconds;
    ULONG Watts;
} HEATER_CONTEXT, *PHEATER_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(HEATER_CONTEXT, HeaterGetContext)

EVT_WDF_TIMER HeaterEvtTimer;

static VOID
HeaterSwitchOff(
    _Inout_ PHEATER_CONTEXT Heater
    )
{
    Heater->Watts = 0;
}

VOID
HeaterEvtTimer(
    _In_ WDFTIMER Timer
    )
{
    PHEATER_CONTEXT heater = HeaterGetContext(WdfTimerGetParentObject(Timer));

    if (heater->On) {
        WdfSpinLockAcquire(heater->Lock);
        heater->Seconds++;
    }

    HeaterSwitchOff(heater);

    if (heater->On) {
        WdfSpinLockRelease(heater->Lock);
    }
}
