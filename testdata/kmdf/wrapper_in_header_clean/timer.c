/* Gives back the lock on both ways out. */
#include <ntddk.h>
#include <wdf.h>
#include "fan.h"

VOID
FanEvtTimer(
    _In_ WDFTIMER Timer
    )
{
    PFAN_CONTEXT fan = FanGetContext(WdfTimerGetParentObject(Timer));

    FanLock(fan);
    if (fan->Speed == fan->MaxSpeed) {
        FanUnlock(fan);
        return;
    }
    fan->Speed++;
    FanUnlock(fan);

    WdfTimerStart(Timer, WDF_REL_TIMEOUT_IN_MS(500));
}
