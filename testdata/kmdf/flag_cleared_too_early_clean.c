/* The flag is cleared together with the release. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _PRESS_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Force;
    ULONG MaxForce;
} PRESS_CONTEXT, *PPRESS_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(PRESS_CONTEXT, PressGetContext)

EVT_WDF_TIMER PressEvtTimer;

VOID
PressEvtTimer(
    _In_ WDFTIMER Timer
    )
{
    PPRESS_CONTEXT press = PressGetContext(WdfTimerGetParentObject(Timer));
    BOOLEAN locked;

    WdfSpinLockAcquire(press->Lock);
    locked = TRUE;

    if (press->Force > press->MaxForce) {
        press->Force = 0;
        WdfSpinLockRelease(press->Lock);
        locked = FALSE;
        goto Exit;
    }
    press->Force++;

Exit:
    if (locked) {
        WdfSpinLockRelease(press->Lock);
    }
}
