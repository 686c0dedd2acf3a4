/* The break after the first case is missing, so that it falls into the second and releases again. */
#include <ntddk.h>
#include <wdf.h>

typedef enum _PRINT_EVENT { PrintIdle, PrintPaperOut, PrintJam } PRINT_EVENT;

typedef struct _PRINTER_CONTEXT {
    WDFSPINLOCK EventLock;
    PRINT_EVENT Event;
    ULONG PaperOuts;
    ULONG Stops;
} PRINTER_CONTEXT, *PPRINTER_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(PRINTER_CONTEXT, PrinterGetContext)

EVT_WDF_INTERRUPT_DPC PrinterEvtInterruptDpc;

VOID
PrinterEvtInterruptDpc(
    _In_ WDFINTERRUPT Interrupt,
    _In_ WDFOBJECT AssociatedObject
    )
{
    PPRINTER_CONTEXT printer = PrinterGetContext(AssociatedObject);

    UNREFERENCED_PARAMETER(Interrupt);

    WdfSpinLockAcquire(printer->EventLock);

    switch (printer->Event) {
    case PrintPaperOut:
        printer->PaperOuts++;
        WdfSpinLockRelease(printer->EventLock);
        /* fall through */
    case PrintJam:
        printer->Stops++;
        WdfSpinLockRelease(printer->EventLock);  // expect: WdfSpinlockRelease lock=printer->EventLock kind=not-held
        break;
    default:
        WdfSpinLockRelease(printer->EventLock);
        break;
    }
}
