/* The nested block relies on what the function has taken. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _THICKET_CONTEXT {
    KSPIN_LOCK Lock;
    ULONG Level;
    ULONG Limit;
} THICKET_CONTEXT, *PTHICKET_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(THICKET_CONTEXT, ThicketGetContext)

EVT_WDF_IO_QUEUE_IO_WRITE ThicketEvtIoWrite;

VOID
ThicketEvtIoWrite(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PTHICKET_CONTEXT thicket = ThicketGetContext(WdfIoQueueGetDevice(Queue));
    KIRQL irql;

    KeAcquireSpinLock(&thicket->Lock, &irql);
    thicket->Level += Length;
    if (thicket->Level > thicket->Limit) {
        thicket->Level = thicket->Limit;
    }
    KeReleaseSpinLock(&thicket->Lock, irql);
}
