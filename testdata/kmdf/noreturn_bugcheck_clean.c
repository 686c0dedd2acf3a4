/* The branch that finds the ring corrupt stops the machine: it never reaches the return. */
#include <ntddk.h>
#include <wdf.h>

#define RING_CORRUPT 0x0000DEAD

typedef struct _BELT_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Head;
    ULONG Size;
} BELT_CONTEXT, *PBELT_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(BELT_CONTEXT, BeltGetContext)

EVT_WDF_DPC BeltEvtDpc;

VOID
BeltEvtDpc(
    _In_ WDFDPC Dpc
    )
{
    PBELT_CONTEXT belt = BeltGetContext(WdfDpcGetParentObject(Dpc));

    WdfSpinLockAcquire(belt->Lock);
    if (belt->Head >= belt->Size) {
        KeBugCheckEx(RING_CORRUPT, belt->Head, belt->Size, 0, 0);
    } else {
        belt->Head = (belt->Head + 1) % belt->Size;
        WdfSpinLockRelease(belt->Lock);
    }
}
