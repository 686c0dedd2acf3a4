/* The nested block relies on what the function has taken. */
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
        harbor->Level = harbor->Limit;
    }
    WdfWaitLockRelease(harbor->Lock);
}
