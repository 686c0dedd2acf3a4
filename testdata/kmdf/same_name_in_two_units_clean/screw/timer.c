/* Calls the DeviceUnlock of its own driver, which releases. */
#include <ntddk.h>
#include <wdf.h>
#include "screw.h"

VOID
ScrewEvtTimer(
    _In_ WDFTIMER Timer
    )
{
    PSCREW_CONTEXT screw = ScrewGetContext(WdfTimerGetParentObject(Timer));

    WdfSpinLockAcquire(screw->Lock);
    screw->Locked = TRUE;
    screw->Turns++;
    DeviceUnlock(screw);
}
