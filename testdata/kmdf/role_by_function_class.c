/* The role stands in _Function_class_ before the definition; the tick that finds nothing keeps the lock. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _SUNDIAL_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Minutes;
    BOOLEAN Night;
} SUNDIAL_CONTEXT, *PSUNDIAL_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(SUNDIAL_CONTEXT, SundialGetContext)

_Function_class_(EVT_WDF_TIMER)
_IRQL_requires_same_
_IRQL_requires_max_(DISPATCH_LEVEL)
VOID
SundialTick(
    _In_ WDFTIMER Timer
    )
{
    PSUNDIAL_CONTEXT sundial = SundialGetContext(WdfTimerGetParentObject(Timer));

    WdfSpinLockAcquire(sundial->Lock);
    if (sundial->Night) {
        return;  // expect: WdfSpinlockRelease lock=sundial->Lock acquire=23
    }
    sundial->Minutes++;
    WdfSpinLockRelease(sundial->Lock);
}
