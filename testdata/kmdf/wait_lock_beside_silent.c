/* A wait lock is another kind of lock: the names are alike, and both kinds are balanced. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _CELLAR_CONTEXT {
    WDFWAITLOCK DoorLock;
    WDFSPINLOCK ShelfLock;
    ULONG Bottles;
} CELLAR_CONTEXT, *PCELLAR_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(CELLAR_CONTEXT, CellarGetContext)

EVT_WDF_WORKITEM CellarEvtWorkItem;

VOID
CellarEvtWorkItem(
    _In_ WDFWORKITEM WorkItem
    )
{
    PCELLAR_CONTEXT cellar = CellarGetContext(WdfWorkItemGetParentObject(WorkItem));

    WdfWaitLockAcquire(cellar->DoorLock, NULL);

    WdfSpinLockAcquire(cellar->ShelfLock);
    if (cellar->Bottles == 0) {
        WdfSpinLockRelease(cellar->ShelfLock);
        WdfWaitLockRelease(cellar->DoorLock);
        return;
    }
    cellar->Bottles--;
    WdfSpinLockRelease(cellar->ShelfLock);

    WdfWaitLockRelease(cellar->DoorLock);
}
