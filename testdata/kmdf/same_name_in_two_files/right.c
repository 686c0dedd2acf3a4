/* This file's own static Unlock only counts, whatever the one in left.c does. */
#include <ntddk.h>
#include <wdf.h>
#include "scales.h"

static VOID
Unlock(
    _In_ PSCALES_CONTEXT Scales
    )
{
    Scales->Unlocks++;
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
}  // expect: WdfSpinlockRelease lock=scales->RightLock acquire=21
