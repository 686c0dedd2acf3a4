/* The nested block takes what the function has already. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _LANTERN_CONTEXT {
    WDFINTERRUPT Interrupt;
    ULONG Level;
    ULONG Limit;
} LANTERN_CONTEXT, *PLANTERN_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(LANTERN_CONTEXT, LanternGetContext)

EVT_WDF_IO_QUEUE_IO_WRITE LanternEvtIoWrite;

VOID
LanternEvtIoWrite(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PLANTERN_CONTEXT lantern = LanternGetContext(WdfIoQueueGetDevice(Queue));

    WdfInterruptAcquireLock(lantern->Interrupt);
    lantern->Level += Length;
    if (lantern->Level > lantern->Limit) {
        WdfInterruptAcquireLock(lantern->Interrupt);  // expect: WdfInterruptLock lock=lantern->Interrupt acquire=24 kind=taken-twice
        lantern->Level = lantern->Limit;
    }
    WdfInterruptReleaseLock(lantern->Interrupt);
}
