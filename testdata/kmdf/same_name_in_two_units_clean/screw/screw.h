/* What the sources of the screw driver share. */
#pragma once

typedef struct _SCREW_CONTEXT {
    WDFSPINLOCK Lock;
    BOOLEAN Locked;
    ULONG Turns;
} SCREW_CONTEXT, *PSCREW_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(SCREW_CONTEXT, ScrewGetContext)

EVT_WDF_TIMER ScrewEvtTimer;

VOID
DeviceUnlock(
    _In_ PSCREW_CONTEXT Device
    );
