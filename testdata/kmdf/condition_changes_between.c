/* What decided about the acquire is changed before it decides about the release. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _SIREN_CONTEXT {
    WDFSPINLOCK Lock;
    BOOLEAN Armed;
    ULONG Alarms;
} SIREN_CONTEXT, *PSIREN_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(SIREN_CONTEXT, SirenGetContext)

EVT_WDF_TIMER SirenEvtTimer;

VOID
SirenEvtTimer(
    _In_ WDFTIMER Timer
    )
{
    PSIREN_CONTEXT siren = SirenGetContext(WdfTimerGetParentObject(Timer));

    if (siren->Armed) {
        WdfSpinLockAcquire(siren->Lock);
        siren->Alarms++;
    }

    siren->Armed = FALSE;

    if (siren->Armed) {
        WdfSpinLockRelease(siren->Lock);
    }
}  // expect: WdfSpinlockRelease lock=siren->Lock acquire=23
