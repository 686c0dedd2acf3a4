/* Failure and success of the call each have their release. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _SCANNER_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Lines;
} SCANNER_CONTEXT, *PSCANNER_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(SCANNER_CONTEXT, ScannerGetContext)

EVT_WDF_IO_QUEUE_IO_READ ScannerEvtIoRead;

VOID
ScannerEvtIoRead(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PSCANNER_CONTEXT scanner = ScannerGetContext(WdfIoQueueGetDevice(Queue));
    PULONG lines = NULL;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Length);

    WdfSpinLockAcquire(scanner->Lock);
    status = WdfRequestRetrieveOutputBuffer(Request, sizeof(ULONG), (PVOID *)&lines, NULL);
    if (NT_SUCCESS(status)) {
        *lines = scanner->Lines;
        scanner->Lines = 0;
    }

    if (NT_SUCCESS(status)) {
        WdfSpinLockRelease(scanner->Lock);
        WdfRequestCompleteWithInformation(Request, status, sizeof(ULONG));
    } else {
        WdfSpinLockRelease(scanner->Lock);
        WdfRequestComplete(Request, status);
    }
}
