/* This file's own static Unlock releases its lock. */
#include <ntddk.h>
#include <wdf.h>
#include "scales.h"

static VOID
Unlock(
    _In_ PSCALES_CONTEXT Scales
    )
{
    WdfSpinLockRelease(Scales->LeftLock);
}

VOID
ScalesEvtLeftTimer(
    _In_ WDFTIMER Timer
    )
{
    PSCALES_CONTEXT scales = ScalesGetContext(WdfTimerGetParentObject(Timer));

    WdfSpinLockAcquire(scales->LeftLock);
    scales->Left++;
    Unlock(scales);
}
