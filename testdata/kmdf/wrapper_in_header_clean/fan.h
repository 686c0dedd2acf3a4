/* What the sources of the fan driver share: its context and its lock helpers. */
#pragma once

typedef struct _FAN_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Speed;
    ULONG MaxSpeed;
} FAN_CONTEXT, *PFAN_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(FAN_CONTEXT, FanGetContext)

EVT_WDF_IO_QUEUE_IO_READ FanEvtIoRead;
EVT_WDF_TIMER FanEvtTimer;

FORCEINLINE
VOID
FanLock(
    _In_ PFAN_CONTEXT Fan
    )
{
    WdfSpinLockAcquire(Fan->Lock);
}

FORCEINLINE
VOID
FanUnlock(
    _In_ PFAN_CONTEXT Fan
    )
{
    WdfSpinLockRelease(Fan->Lock);
}
