/* No role is declared and nothing is registered here, but the function is balanced whatever it is. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _ABACUS_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Beads;
    ULONG Rows;
} ABACUS_CONTEXT, *PABACUS_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(ABACUS_CONTEXT, AbacusGetContext)

VOID
AbacusOnTick(
    _In_ WDFTIMER Timer
    )
{
    PABACUS_CONTEXT abacus = AbacusGetContext(WdfTimerGetParentObject(Timer));

    WdfSpinLockAcquire(abacus->Lock);
    if (abacus->Beads == abacus->Rows * 10) {
        WdfSpinLockRelease(abacus->Lock);
        return;
    }
    abacus->Beads++;
    WdfSpinLockRelease(abacus->Lock);
}

VOID
AbacusOnReset(
    _In_ WDFDEVICE Device
    )
{
    PABACUS_CONTEXT abacus = AbacusGetContext(Device);

    WdfSpinLockAcquire(abacus->Lock);
    abacus->Beads = 0;
    WdfSpinLockRelease(abacus->Lock);
}
