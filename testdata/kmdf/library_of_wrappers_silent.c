/* A file of lock helpers without callers or roles: each leaves in one state on every exit, as a wrapper does. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _LOCKED_COUNTER {
    WDFSPINLOCK Lock;
    ULONGLONG Value;
} LOCKED_COUNTER, *PLOCKED_COUNTER;

VOID
LockedCounterEnter(
    _In_ PLOCKED_COUNTER Counter
    )
{
    WdfSpinLockAcquire(Counter->Lock);
}

VOID
LockedCounterLeave(
    _In_ PLOCKED_COUNTER Counter
    )
{
    WdfSpinLockRelease(Counter->Lock);
}

ULONGLONG
LockedCounterAdd(
    _In_ PLOCKED_COUNTER Counter,
    _In_ ULONGLONG Amount
    )
{
    ULONGLONG value;

    WdfSpinLockAcquire(Counter->Lock);
    Counter->Value += Amount;
    value = Counter->Value;
    WdfSpinLockRelease(Counter->Lock);
    return value;
}
