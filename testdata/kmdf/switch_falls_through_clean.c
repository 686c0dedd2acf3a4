/* The first case falls into the second on purpose and leaves the release to it. */
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
        /* fall through */
    case PrintJam:
        printer->Stops++;
        WdfSpinLockRelease(printer->EventLock);
        break;
    default:
        WdfSpinLockRelease(printer->EventLock);
        break;
    }
}
