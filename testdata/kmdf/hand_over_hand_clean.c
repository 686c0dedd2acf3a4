/* The list is walked hand over hand: the base moves on, and each node's lock is released under the base's new value. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _WAGON {
    struct _WAGON *Next;
    WDFSPINLOCK Lock;
    ULONG Weight;
    BOOLEAN Derailed;
} WAGON, *PWAGON;

typedef struct _TRAIN_CONTEXT {
    PWAGON First;
    ULONG Weight;
} TRAIN_CONTEXT, *PTRAIN_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(TRAIN_CONTEXT, TrainGetContext)

EVT_WDF_WORKITEM TrainEvtWeighWorkItem;

VOID
TrainEvtWeighWorkItem(
    _In_ WDFWORKITEM WorkItem
    )
{
    PTRAIN_CONTEXT train = TrainGetContext(WdfWorkItemGetParentObject(WorkItem));
    PWAGON wagon = train->First;
    PWAGON next;

    WdfSpinLockAcquire(wagon->Lock);
    next = wagon->Next;
    if (next == NULL) {
        train->Weight = wagon->Weight;
        WdfSpinLockRelease(wagon->Lock);
        return;
    }

    WdfSpinLockAcquire(next->Lock);
    WdfSpinLockRelease(wagon->Lock);
    wagon = next;

    if (wagon->Derailed) {
        WdfSpinLockRelease(wagon->Lock);
        return;
    }
    train->Weight = wagon->Weight;
    WdfSpinLockRelease(wagon->Lock);
}
