/* The driver's own lock and unlock helpers are no findings, their misuse is: the early return forgets the unlock. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _PLOTTER_CONTEXT {
    WDFSPINLOCK Lock;
    KIRQL Reserved;
    ULONG PenX;
    ULONG PenY;
    ULONG Width;
} PLOTTER_CONTEXT, *PPLOTTER_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(PLOTTER_CONTEXT, PlotterGetContext)

EVT_WDF_IO_QUEUE_IO_WRITE PlotterEvtIoWrite;

static VOID
PlotterLock(
    _In_ PPLOTTER_CONTEXT Plotter
    )
{
    WdfSpinLockAcquire(Plotter->Lock);
}

static VOID
PlotterUnlock(
    _In_ PPLOTTER_CONTEXT Plotter
    )
{
    WdfSpinLockRelease(Plotter->Lock);
}

VOID
PlotterEvtIoWrite(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PPLOTTER_CONTEXT plotter = PlotterGetContext(WdfIoQueueGetDevice(Queue));
    NTSTATUS status = STATUS_SUCCESS;

    PlotterLock(plotter);
    if (plotter->PenX + Length > plotter->Width) {
        status = STATUS_INVALID_PARAMETER;
        WdfRequestComplete(Request, status);
        return;  // expect: WdfSpinlockRelease lock=plotter->Lock acquire=22
    }
    plotter->PenX += (ULONG)Length;
    PlotterUnlock(plotter);

    WdfRequestComplete(Request, status);
}
