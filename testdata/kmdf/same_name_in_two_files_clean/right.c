/* This file's own static Unlock releases its own lock, not that of left.c. */
#include <ntddk.h>
#include <wdf.h>
#include "scales.h"

static VOID
Unlock(
    _In_ PSCALES_CONTEXT Scales
    )
{
    Scales->Unlocks++;
    WdfSpinLockRelease(Scales->RightLock);
}

VOID
ScalesEvtRightTimer(
    _In_ WDFTIMER Timer
    )
{
    PSCALES_CONTEXT scales = ScalesGetContext(WdfTimerGetParentObject(Timer));

    WdfSpinLockAcquire(scales->RightLock);
    scales->Right++;
    Unlock(scales);
}
