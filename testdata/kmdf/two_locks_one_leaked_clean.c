/* The error path releases both locks. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _BRIDGE_CONTEXT {
    WDFSPINLOCK RxLock;
    WDFSPINLOCK TxLock;
    ULONG RxCount;
    ULONG TxCount;
    ULONG TxLimit;
} BRIDGE_CONTEXT, *PBRIDGE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(BRIDGE_CONTEXT, BridgeGetContext)

EVT_WDF_WORKITEM BridgeEvtForwardWorkItem;

VOID
BridgeEvtForwardWorkItem(
    _In_ WDFWORKITEM WorkItem
    )
{
    PBRIDGE_CONTEXT bridge = BridgeGetContext(WdfWorkItemGetParentObject(WorkItem));

    WdfSpinLockAcquire(bridge->RxLock);
    WdfSpinLockAcquire(bridge->TxLock);

    if (bridge->TxCount + bridge->RxCount > bridge->TxLimit) {
        WdfSpinLockRelease(bridge->TxLock);
        WdfSpinLockRelease(bridge->RxLock);
        WdfWorkItemEnqueue(WorkItem);
        return;
    }

    bridge->TxCount += bridge->RxCount;
    bridge->RxCount = 0;

    WdfSpinLockRelease(bridge->TxLock);
    WdfSpinLockRelease(bridge->RxLock);
}
