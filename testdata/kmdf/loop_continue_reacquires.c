/* continue skips the release: the next round takes the lock again, and the last round leaves with it. */
#include <ntddk.h>
#include <wdf.h>

#define PORT_COUNT 4

typedef struct _HUB_CONTEXT {
    WDFSPINLOCK PortLock;
    BOOLEAN Enabled[PORT_COUNT];
    ULONG Polls[PORT_COUNT];
} HUB_CONTEXT, *PHUB_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(HUB_CONTEXT, HubGetContext)

EVT_WDF_TIMER HubEvtPollTimer;

VOID
HubEvtPollTimer(
    _In_ WDFTIMER Timer
    )
{
    PHUB_CONTEXT hub = HubGetContext(WdfTimerGetParentObject(Timer));
    ULONG port;

    for (port = 0; port < PORT_COUNT; port++) {
        WdfSpinLockAcquire(hub->PortLock);  // expect: WdfSpinlock lock=hub->PortLock acquire=26 kind=taken-twice
        if (!hub->Enabled[port]) {
            continue;
        }
        hub->Polls[port]++;
        WdfSpinLockRelease(hub->PortLock);
    }

    WdfTimerStart(Timer, WDF_REL_TIMEOUT_IN_MS(50));
}  // expect: WdfSpinlockRelease lock=hub->PortLock acquire=26
