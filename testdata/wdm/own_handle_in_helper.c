/* The handle is the helper's own, so that nobody else can give the lock back. */
#include <ntddk.h>

typedef struct _GRID {
    KSPIN_LOCK Lock;
    ULONG Load;
} GRID, *PGRID;

KDEFERRED_ROUTINE GridDpc;

static VOID
GridAddLoad(
    _Inout_ PGRID Grid
    )
{
    KLOCK_QUEUE_HANDLE handle;

    KeAcquireInStackQueuedSpinLock(&Grid->Lock, &handle);
    Grid->Load++;
}  // expect: wdm/QueuedSpinLockRelease lock=&handle acquire=18

VOID
GridDpc(
    _In_ PKDPC Dpc,
    _In_opt_ PVOID DeferredContext,
    _In_opt_ PVOID SystemArgument1,
    _In_opt_ PVOID SystemArgument2
    )
{
    GridAddLoad(DeferredContext);
}
