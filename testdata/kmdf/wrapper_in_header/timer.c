/* Leaves with the lock that the helper of the header took. */
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
        return;  // expect: WdfSpinlockRelease lock=fan->Lock acquire=fan.h:21
    }
    fan->Speed++;
    FanUnlock(fan);

    WdfTimerStart(Timer, WDF_REL_TIMEOUT_IN_MS(500));
}
