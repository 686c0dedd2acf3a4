/* The nested block takes the lock that the function has already: the thread waits for itself. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _CHOIR_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Voices;
    ULONG Soloists;
} CHOIR_CONTEXT, *PCHOIR_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(CHOIR_CONTEXT, ChoirGetContext)

EVT_WDF_IO_QUEUE_IO_CANCELED_ON_QUEUE ChoirEvtIoCanceledOnQueue;

VOID
ChoirEvtIoCanceledOnQueue(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request
    )
{
    PCHOIR_CONTEXT choir = ChoirGetContext(WdfIoQueueGetDevice(Queue));

    WdfSpinLockAcquire(choir->Lock);
    choir->Voices--;
    if (choir->Soloists > choir->Voices) {
        WdfSpinLockAcquire(choir->Lock);  // expect: WdfSpinlock lock=choir->Lock acquire=23 kind=taken-twice
        choir->Soloists = choir->Voices;
    }
    WdfSpinLockRelease(choir->Lock);

    WdfRequestComplete(Request, STATUS_CANCELLED);
}
