/* The check between acquire and release returns and forgets the release. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _MEADOW_CONTEXT {
    WDFINTERRUPT Interrupt;
    ULONG Level;
    ULONG Limit;
} MEADOW_CONTEXT, *PMEADOW_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(MEADOW_CONTEXT, MeadowGetContext)

EVT_WDF_IO_QUEUE_IO_WRITE MeadowEvtIoWrite;

VOID
MeadowEvtIoWrite(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PMEADOW_CONTEXT meadow = MeadowGetContext(WdfIoQueueGetDevice(Queue));

    WdfInterruptAcquireLock(meadow->Interrupt);
    if (meadow->Level + Length > meadow->Limit) {
        return;  // expect: WdfInterruptLockRelease lock=meadow->Interrupt acquire=24
    }
    meadow->Level += Length;
    WdfInterruptReleaseLock(meadow->Interrupt);
}
