/* Calls the DeviceUnlock of its own driver, which releases. */
#include <ntddk.h>
#include <wdf.h>
#include "nail.h"

VOID
NailEvtTimer(
    _In_ WDFTIMER Timer
    )
{
    PNAIL_CONTEXT nail = NailGetContext(WdfTimerGetParentObject(Timer));

    WdfSpinLockAcquire(nail->Lock);
    nail->Hits++;
    DeviceUnlock(nail);
}
