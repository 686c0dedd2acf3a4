/* The parameter that decides about acquire and release keeps its value. */
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
    BOOLEAN requeue = FALSE;

    if (ActionFlags != 0) {
        WdfSpinLockAcquire(pool->Lock);
        pool->Level = 0;
        if (pool->Inflow == 0) {
            requeue = TRUE;
        }
    }

    if (ActionFlags != 0) {
        WdfSpinLockRelease(pool->Lock);
    }

    WdfRequestStopAcknowledge(Request, requeue);
}
