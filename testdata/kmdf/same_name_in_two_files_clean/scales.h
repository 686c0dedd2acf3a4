/* What the two sides of the scales driver share. */
#pragma once

typedef struct _SCALES_CONTEXT {
    WDFSPINLOCK LeftLock;
    WDFSPINLOCK RightLock;
    ULONG Left;
    ULONG Right;
    ULONG Unlocks;
} SCALES_CONTEXT, *PSCALES_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(SCALES_CONTEXT, ScalesGetContext)

EVT_WDF_TIMER ScalesEvtLeftTimer;
EVT_WDF_TIMER ScalesEvtRightTimer;
