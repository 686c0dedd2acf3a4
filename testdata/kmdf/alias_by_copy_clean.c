/* Taken through a local copy of the handle, released through the field it was copied from. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _KILN_CONTEXT {
    WDFSPINLOCK HeatLock;
    ULONG Heat;
    ULONG MaxHeat;
} KILN_CONTEXT, *PKILN_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(KILN_CONTEXT, KilnGetContext)

EVT_WDF_TIMER KilnEvtTimer;

VOID
KilnEvtTimer(
    _In_ WDFTIMER Timer
    )
{
    PKILN_CONTEXT kiln = KilnGetContext(WdfTimerGetParentObject(Timer));
    WDFSPINLOCK lock = kiln->HeatLock;

    WdfSpinLockAcquire(lock);
    if (kiln->Heat >= kiln->MaxHeat) {
        WdfSpinLockRelease(kiln->HeatLock);
        return;
    }
    kiln->Heat++;
    WdfSpinLockRelease(kiln->HeatLock);

    WdfTimerStart(Timer, WDF_REL_TIMEOUT_IN_MS(1000));
}
