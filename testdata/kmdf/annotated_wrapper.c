/* By contract the annotated helper returns with the lock; its caller has no such contract and keeps it. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _CRANE_CONTEXT {
    WDFSPINLOCK HookLock;
    ULONG Load;
    ULONG Capacity;
} CRANE_CONTEXT, *PCRANE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(CRANE_CONTEXT, CraneGetContext)

EVT_WDF_IO_QUEUE_IO_WRITE CraneEvtIoWrite;

_IRQL_requires_max_(DISPATCH_LEVEL)
_Acquires_lock_(Crane->HookLock)
static VOID
CraneGrab(
    _In_ PCRANE_CONTEXT Crane
    )
{
    WdfSpinLockAcquire(Crane->HookLock);
    Crane->Load = 0;
}

_Requires_lock_held_(Crane->HookLock)
_Releases_lock_(Crane->HookLock)
static VOID
CraneLetGo(
    _In_ PCRANE_CONTEXT Crane
    )
{
    Crane->Load = 0;
    WdfSpinLockRelease(Crane->HookLock);
}

VOID
CraneEvtIoWrite(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PCRANE_CONTEXT crane = CraneGetContext(WdfIoQueueGetDevice(Queue));

    CraneGrab(crane);
    if (Length > crane->Capacity) {
        WdfRequestComplete(Request, STATUS_BUFFER_OVERFLOW);
        return;  // expect: WdfSpinlockRelease lock=crane->HookLock acquire=22
    }
    crane->Load = (ULONG)Length;
    CraneLetGo(crane);

    WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, Length);
}
