/* The lock is reached through two locals, one assigned from the other; the early return is the bug, not the names. */
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
        return;  // expect: WdfSpinlockRelease lock=state->Lock acquire=29
    }
    state->Trips++;
    WdfSpinLockRelease(shuttle->State->Lock);
}
