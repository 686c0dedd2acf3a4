/* What the helper stores for its caller does not say whether it has kept the lock. */
#include <ndis.h>

typedef struct _RX_QUEUE {
    KSPIN_LOCK Lock;
    PVOID Handler;
    LONG Inline;
} RX_QUEUE, *PRX_QUEUE;

typedef struct _FILTER {
    NDIS_HANDLE Handle;
    PRX_QUEUE Queue;
} FILTER, *PFILTER;

FILTER_RECEIVE_NET_BUFFER_LISTS FilterReceive;

static VOID FilterEnter(PFILTER filter, PNET_BUFFER_LIST *list, BOOLEAN inspect, PRX_QUEUE *queue,
    PVOID *handler)
{
    PRX_QUEUE candidate;

    *queue = NULL;
    *handler = NULL;
    candidate = ReadPointerAcquire(&filter->Queue);
    if (candidate == NULL) {
        *list = NULL;
        return;
    }
    *queue = candidate;
    *handler = ReadPointerAcquire(&(*queue)->Handler);
    if (*handler == NULL) {
        FilterPassOn(filter);
        *list = NULL;
    } else {
        KeAcquireSpinLockAtDpcLevel(&(*queue)->Lock);
        if (FilterIsBusy(filter)) {
            KeReleaseSpinLockFromDpcLevel(&(*queue)->Lock);
        }
    }
}  // expect: wdm/SpinLockRelease lock=&(*queue)->Lock acquire=35

VOID FilterReceive(NDIS_HANDLE Context, PNET_BUFFER_LIST List, NDIS_PORT_NUMBER Port, ULONG Count, ULONG Flags)
{
    PFILTER filter = Context;
    BOOLEAN inspect = FilterInspects(filter);
    PRX_QUEUE queue;
    PVOID handler;

    FilterEnter(filter, &List, inspect, &queue, &handler);
    if (handler == NULL) {
        return;
    }
    if (!inspect) {
        KeReleaseSpinLockFromDpcLevel(&queue->Lock);
    }
}
