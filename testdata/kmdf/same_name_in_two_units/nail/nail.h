/* What the sources of the nail driver share. */
#pragma once

typedef struct _NAIL_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Hits;
} NAIL_CONTEXT, *PNAIL_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(NAIL_CONTEXT, NailGetContext)

EVT_WDF_TIMER NailEvtTimer;

VOID
DeviceUnlock(
    _In_ PNAIL_CONTEXT Device
    );
