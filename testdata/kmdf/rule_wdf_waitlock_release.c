/* The check between acquire and release returns and forgets the release. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _ORCHARD_CONTEXT {
    WDFWAITLOCK Lock;
    ULONG Level;
    ULONG Limit;
} ORCHARD_CONTEXT, *PORCHARD_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(ORCHARD_CONTEXT, OrchardGetContext)

EVT_WDF_IO_QUEUE_IO_WRITE OrchardEvtIoWrite;

VOID
OrchardEvtIoWrite(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PORCHARD_CONTEXT orchard = OrchardGetContext(WdfIoQueueGetDevice(Queue));

    WdfWaitLockAcquire(orchard->Lock, NULL);
    if (orchard->Level + Length > orchard->Limit) {
        return;  // expect: WdfWaitlockRelease lock=orchard->Lock acquire=24
    }
    orchard->Level += Length;
    WdfWaitLockRelease(orchard->Lock);
}
