/* The branch that finds the ring corrupt only logs it, and returns with the lock. */
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
        KdPrint(("belt: head %u of %u\n", belt->Head, belt->Size));
    } else {
        belt->Head = (belt->Head + 1) % belt->Size;
        WdfSpinLockRelease(belt->Lock);
    }
}  // expect: WdfSpinlockRelease lock=belt->Lock acquire=24
