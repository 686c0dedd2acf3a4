/* A thread that finds its work done ends without giving back the mutex. */
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
        PsTerminateSystemThread(STATUS_SUCCESS);  // expect: ThreadEndsOwning lock=&market->Stalls acquire=19 kind=forbidden-call
    }
    market->Level--;
    ExReleaseFastMutex(&market->Stalls);
}
