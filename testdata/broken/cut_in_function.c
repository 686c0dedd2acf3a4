/* The file ends in the middle of its second function; the first is whole, and has a finding. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _TORSO_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Limbs;
} TORSO_CONTEXT, *PTORSO_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(TORSO_CONTEXT, TorsoGetContext)

EVT_WDF_TIMER TorsoEvtTimer;
EVT_WDF_WORKITEM TorsoEvtWorkItem;

VOID
TorsoEvtTimer(
    _In_ WDFTIMER Timer
    )
{
    PTORSO_CONTEXT torso = TorsoGetContext(WdfTimerGetParentObject(Timer));

    WdfSpinLockAcquire(torso->Lock);
    if (torso->Limbs == 0) {
        return;  // expect: WdfSpinlockRelease lock=torso->Lock acquire=22
    }
    torso->Limbs--;
    WdfSpinLockRelease(torso->Lock);
}

VOID
TorsoEvtWorkItem(
    _In_ WDFWORKITEM WorkItem
    )
{
    PTORSO_CONTEXT torso = TorsoGetContext(WdfWorkItemGetParentObject(WorkItem));

    WdfSpinLockAcquire(torso->Lock);
    if (torso->Limbs == 4) {
        torso->Li