/* The backward jump to the label before the acquire is taken with the lock held. */
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
    WdfSpinLockAcquire(tape->Lock);  // expect: WdfSpinlock lock=tape->Lock acquire=23 kind=taken-twice
    if (tape->Rewinding) {
        KeStallExecutionProcessor(10);
        goto Retry;
    }
    tape->Position = 0;
    WdfSpinLockRelease(tape->Lock);
}
