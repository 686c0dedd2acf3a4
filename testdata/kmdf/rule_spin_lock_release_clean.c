/* Every way out gives back what was taken. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _BELFRY_CONTEXT {
    KSPIN_LOCK Lock;
    ULONG Level;
    ULONG Limit;
} BELFRY_CONTEXT, *PBELFRY_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(BELFRY_CONTEXT, BelfryGetContext)

EVT_WDF_IO_QUEUE_IO_WRITE BelfryEvtIoWrite;

VOID
BelfryEvtIoWrite(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PBELFRY_CONTEXT belfry = BelfryGetContext(WdfIoQueueGetDevice(Queue));
    KIRQL irql;

    KeAcquireSpinLock(&belfry->Lock, &irql);
    if (belfry->Level + Length > belfry->Limit) {
        KeReleaseSpinLock(&belfry->Lock, irql);
        return;
    }
    belfry->Level += Length;
    KeReleaseSpinLock(&belfry->Lock, irql);
}
