/* An assertion that fails between acquire and release does not return. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _LATHE_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Speed;
    ULONG MaxSpeed;
} LATHE_CONTEXT, *PLATHE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(LATHE_CONTEXT, LatheGetContext)

EVT_WDF_TIMER LatheEvtTimer;

VOID
LatheEvtTimer(
    _In_ WDFTIMER Timer
    )
{
    PLATHE_CONTEXT lathe = LatheGetContext(WdfTimerGetParentObject(Timer));

    NT_ASSERT(lathe != NULL);

    WdfSpinLockAcquire(lathe->Lock);
    NT_ASSERT(lathe->Speed <= lathe->MaxSpeed);
    _Analysis_assume_(lathe->Speed <= lathe->MaxSpeed);
    lathe->Speed = lathe->MaxSpeed;
    ASSERT(lathe->Speed != 0 && "the lathe must turn");
    WdfSpinLockRelease(lathe->Lock);
}
