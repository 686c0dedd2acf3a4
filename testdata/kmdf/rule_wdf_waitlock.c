/* The nested block takes what the function has already. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _HARBOR_CONTEXT {
    WDFWAITLOCK Lock;
    ULONG Level;
    ULONG Limit;
} HARBOR_CONTEXT, *PHARBOR_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(HARBOR_CONTEXT, HarborGetContext)

EVT_WDF_IO_QUEUE_IO_WRITE HarborEvtIoWrite;

VOID
HarborEvtIoWrite(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PHARBOR_CONTEXT harbor = HarborGetContext(WdfIoQueueGetDevice(Queue));

    WdfWaitLockAcquire(harbor->Lock, NULL);
    harbor->Level += Length;
    if (harbor->Level > harbor->Limit) {
        WdfWaitLockAcquire(harbor->Lock, NULL);  // expect: WdfWaitlock lock=harbor->Lock acquire=24 kind=taken-twice
        harbor->Level = harbor->Limit;
    }
    WdfWaitLockRelease(harbor->Lock);
}
