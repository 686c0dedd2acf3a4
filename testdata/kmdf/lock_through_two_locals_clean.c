/* The lock is taken through one chain of locals and released through another that leads to the same place. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _SHUTTLE_STATE {
    WDFSPINLOCK Lock;
    ULONG Trips;
    BOOLEAN Docked;
} SHUTTLE_STATE, *PSHUTTLE_STATE;

typedef struct _SHUTTLE_CONTEXT {
    PSHUTTLE_STATE State;
    ULONG Flags;
} SHUTTLE_CONTEXT, *PSHUTTLE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(SHUTTLE_CONTEXT, ShuttleGetContext)

EVT_WDF_WORKITEM ShuttleEvtWorkItem;

VOID
ShuttleEvtWorkItem(
    _In_ WDFWORKITEM WorkItem
    )
{
    WDFDEVICE device = WdfWorkItemGetParentObject(WorkItem);
    PSHUTTLE_CONTEXT shuttle = ShuttleGetContext(device);
    PSHUTTLE_STATE state = shuttle->State;

    WdfSpinLockAcquire(state->Lock);
    if (state->Docked) {
        WdfSpinLockRelease(shuttle->State->Lock);
        return;
    }
    state->Trips++;
    WdfSpinLockRelease(shuttle->State->Lock);
}
