/* The watchdog takes the lock and then spins for ever on purpose: it holds it, but never returns. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _BEACON_CONTEXT {
    WDFSPINLOCK Lock;
    volatile ULONG *Lamp;
    ULONG Faults;
} BEACON_CONTEXT, *PBEACON_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(BEACON_CONTEXT, BeaconGetContext)

EVT_WDF_TIMER BeaconEvtWatchdog;

VOID
BeaconEvtWatchdog(
    _In_ WDFTIMER Timer
    )
{
    PBEACON_CONTEXT beacon = BeaconGetContext(WdfTimerGetParentObject(Timer));

    WdfSpinLockAcquire(beacon->Lock);
    if (beacon->Faults > 100) {
        while (TRUE) {
            WRITE_REGISTER_ULONG(beacon->Lamp, 1);
            KeStallExecutionProcessor(50);
            WRITE_REGISTER_ULONG(beacon->Lamp, 0);
            KeStallExecutionProcessor(50);
        }
    }
    WdfSpinLockRelease(beacon->Lock);
}
