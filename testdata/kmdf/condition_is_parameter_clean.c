/* Each caller tells the helper rightly whether it has the lock. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _LEDGER_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Entries;
    ULONG Bytes;
} LEDGER_CONTEXT, *PLEDGER_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(LEDGER_CONTEXT, LedgerGetContext)

EVT_WDF_IO_QUEUE_IO_READ LedgerEvtIoRead;
EVT_WDF_IO_QUEUE_IO_WRITE LedgerEvtIoWrite;

static VOID
LedgerCount(
    _In_ PLEDGER_CONTEXT Ledger,
    _In_ BOOLEAN LockHeld
    )
{
    if (!LockHeld) {
        WdfSpinLockAcquire(Ledger->Lock);
    }
    Ledger->Entries++;
    if (!LockHeld) {
        WdfSpinLockRelease(Ledger->Lock);
    }
}

VOID
LedgerEvtIoRead(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PLEDGER_CONTEXT ledger = LedgerGetContext(WdfIoQueueGetDevice(Queue));

    LedgerCount(ledger, FALSE);
    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}

VOID
LedgerEvtIoWrite(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PLEDGER_CONTEXT ledger = LedgerGetContext(WdfIoQueueGetDevice(Queue));

    WdfSpinLockAcquire(ledger->Lock);
    ledger->Bytes += (ULONG)Length;
    LedgerCount(ledger, TRUE);
    WdfSpinLockRelease(ledger->Lock);

    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
