/* The parameter that decided about the acquire is cleared before it decides about the release. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _POOL_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Level;
    ULONG Inflow;
} POOL_CONTEXT, *PPOOL_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(POOL_CONTEXT, PoolGetContext)

EVT_WDF_IO_QUEUE_IO_STOP PoolEvtIoStop;

VOID
PoolEvtIoStop(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ ULONG ActionFlags
    )
{
    PPOOL_CONTEXT pool = PoolGetContext(WdfIoQueueGetDevice(Queue));

    if (ActionFlags != 0) {
        WdfSpinLockAcquire(pool->Lock);
        pool->Level = 0;
        if (pool->Inflow == 0) {
            ActionFlags = 0;
        }
    }

    if (ActionFlags != 0) {
        WdfSpinLockRelease(pool->Lock);
    }

    WdfRequestStopAcknowledge(Request, FALSE);
}  // expect: WdfSpinlockRelease lock=pool->Lock acquire=25
