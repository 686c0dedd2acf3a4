/* The helper gets the lock itself as its argument and releases it on both exits. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _JUKEBOX_CONTEXT {
    WDFSPINLOCK PlayLock;
    WDFSPINLOCK StatsLock;
    ULONG Plays;
    ULONG Coins;
} JUKEBOX_CONTEXT, *PJUKEBOX_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(JUKEBOX_CONTEXT, JukeboxGetContext)

EVT_WDF_REQUEST_CANCEL JukeboxEvtRequestCancel;

static VOID
CountUpTo(
    _In_ WDFSPINLOCK Lock,
    _Inout_ PULONG Counter,
    _In_ ULONG Limit
    )
{
    WdfSpinLockAcquire(Lock);
    if (*Counter >= Limit) {
        WdfSpinLockRelease(Lock);
        return;
    }
    (*Counter)++;
    WdfSpinLockRelease(Lock);
}

VOID
JukeboxEvtRequestCancel(
    _In_ WDFREQUEST Request
    )
{
    PJUKEBOX_CONTEXT jukebox = JukeboxGetContext(WdfIoQueueGetDevice(WdfRequestGetIoQueue(Request)));

    CountUpTo(jukebox->PlayLock, &jukebox->Plays, 1000);
    CountUpTo(jukebox->StatsLock, &jukebox->Coins, 50);

    WdfRequestComplete(Request, STATUS_CANCELLED);
}
