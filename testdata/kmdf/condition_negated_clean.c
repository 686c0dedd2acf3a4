/* The release stands under the negation of the negation. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _FERRY_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Cars;
} FERRY_CONTEXT, *PFERRY_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(FERRY_CONTEXT, FerryGetContext)

EVT_WDF_IO_QUEUE_IO_READ FerryEvtIoRead;

VOID
FerryEvtIoRead(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PFERRY_CONTEXT ferry = FerryGetContext(WdfIoQueueGetDevice(Queue));
    BOOLEAN empty = (Length == 0);

    if (!empty) {
        WdfSpinLockAcquire(ferry->Lock);
        ferry->Cars--;
    }

    if (!(empty)) {
        WdfSpinLockRelease(ferry->Lock);
    }

    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
