/* The macros are do { } while (0) statements of several lines; one path uses the first only. */
#include <ntddk.h>
#include <wdf.h>

#define COMPASS_ENTER(Compass)                      \
    do {                                            \
        WdfSpinLockAcquire((Compass)->Lock);        \
        (Compass)->Owners++;                        \
    } while (0)

#define COMPASS_LEAVE(Compass)                      \
    do {                                            \
        (Compass)->Owners--;                        \
        WdfSpinLockRelease((Compass)->Lock);        \
    } while (0)

typedef struct _COMPASS_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Owners;
    ULONG Heading;
} COMPASS_CONTEXT, *PCOMPASS_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(COMPASS_CONTEXT, CompassGetContext)

EVT_WDF_TIMER CompassEvtTimer;

VOID
CompassEvtTimer(
    _In_ WDFTIMER Timer
    )
{
    PCOMPASS_CONTEXT compass = CompassGetContext(WdfTimerGetParentObject(Timer));

    COMPASS_ENTER(compass);
    if (compass->Heading >= 360)
        compass->Heading -= 360;
    else
        COMPASS_LEAVE(compass);
}  // expect: WdfSpinlockRelease lock=compass->Lock acquire=34
