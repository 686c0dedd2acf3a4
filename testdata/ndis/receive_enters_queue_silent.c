/* A helper says with what it stores for its caller whether it has taken the lock; another lets go of it for a while. */
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
FILTER_RETURN_NET_BUFFER_LISTS FilterReturn;

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
        if (inspect) {
            (*queue)->Inline = TRUE;
            KeReleaseSpinLockFromDpcLevel(&(*queue)->Lock);
        }
    }
}

static VOID FilterIndicate(PFILTER filter, PKSPIN_LOCK lock, PNET_BUFFER_LIST pass)
{
    if (pass != NULL) {
        KeReleaseSpinLockFromDpcLevel(lock);
        NdisFIndicateReceiveNetBufferLists(filter->Handle, pass, 0, 1, NDIS_RECEIVE_FLAGS_DISPATCH_LEVEL);
        KeAcquireSpinLockAtDpcLevel(lock);
    }
    FilterPassOn(filter);
}

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
    FilterIndicate(filter, &queue->Lock, FilterPick(List));
    if (!inspect) {
        KeReleaseSpinLockFromDpcLevel(&queue->Lock);
    }
}

VOID FilterReturn(NDIS_HANDLE Context, PNET_BUFFER_LIST List, ULONG Flags)
{
    PFILTER filter = Context;
    PRX_QUEUE queue;
    PVOID handler;

    FilterEnter(filter, &List, FALSE, &queue, &handler);
    if (handler != NULL) {
        KeReleaseSpinLockFromDpcLevel(&queue->Lock);
    }
}
