/* The callee releases only when it succeeds, and its caller forgets to do so when it fails. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _FEEDER_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Sheets;
    ULONG Fed;
} FEEDER_CONTEXT, *PFEEDER_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(FEEDER_CONTEXT, FeederGetContext)

EVT_WDF_IO_QUEUE_IO_DEFAULT FeederEvtIoDefault;

static NTSTATUS
FeederTakeSheetAndUnlock(
    _In_ PFEEDER_CONTEXT Feeder
    )
{
    if (Feeder->Sheets == 0) {
        return STATUS_NO_MORE_ENTRIES;
    }
    Feeder->Sheets--;
    Feeder->Fed++;
    WdfSpinLockRelease(Feeder->Lock);
    return STATUS_SUCCESS;
}

VOID
FeederEvtIoDefault(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request
    )
{
    PFEEDER_CONTEXT feeder = FeederGetContext(WdfIoQueueGetDevice(Queue));
    NTSTATUS status;

    WdfSpinLockAcquire(feeder->Lock);
    status = FeederTakeSheetAndUnlock(feeder);
    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(Request, status);
        return;  // expect: WdfSpinlockRelease lock=feeder->Lock acquire=38
    }

    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, 1);
}
