/* A thread that finds its work done ends after it gave back the mutex. */
#include <ntddk.h>

typedef struct _MARKET {
    FAST_MUTEX Stalls;
    BOOLEAN Closed;
    ULONG Level;
} MARKET, *PMARKET;

KSTART_ROUTINE MarketThread;

VOID
MarketThread(
    _In_ PVOID Context
    )
{
    PMARKET market = Context;

    ExAcquireFastMutex(&market->Stalls);
    if (market->Closed) {
        ExReleaseFastMutex(&market->Stalls);
        PsTerminateSystemThread(STATUS_SUCCESS);
    }
    market->Level--;
    ExReleaseFastMutex(&market->Stalls);
}
