/* The lock is given up before the backward jump. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _TAPE_CONTEXT {
    WDFSPINLOCK Lock;
    BOOLEAN Rewinding;
    ULONG Position;
} TAPE_CONTEXT, *PTAPE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(TAPE_CONTEXT, TapeGetContext)

EVT_WDF_FILE_CLOSE TapeEvtFileClose;

VOID
TapeEvtFileClose(
    _In_ WDFFILEOBJECT FileObject
    )
{
    PTAPE_CONTEXT tape = TapeGetContext(WdfFileObjectGetDevice(FileObject));

Retry:
    WdfSpinLockAcquire(tape->Lock);
    if (tape->Rewinding) {
        WdfSpinLockRelease(tape->Lock);
        KeStallExecutionProcessor(10);
        goto Retry;
    }
    tape->Position = 0;
    WdfSpinLockRelease(tape->Lock);
}
