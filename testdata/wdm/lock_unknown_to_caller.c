/* The caller has no name for the lock of what the helper looks up, so the helper is judged on its own. */
#include <ntddk.h>

typedef struct _BARGE {
    KSPIN_LOCK Lock;
    ULONG Cargo;
} BARGE, *PBARGE;

KDEFERRED_ROUTINE BargeDpc;

PBARGE BargeAtPier(_In_ ULONG Pier);

static VOID
BargeLoad(
    _In_ ULONG Pier
    )
{
    PBARGE barge = BargeAtPier(Pier);

    KeAcquireSpinLockAtDpcLevel(&barge->Lock);
    barge->Cargo++;
}  // expect: wdm/SpinLockRelease lock=&barge->Lock acquire=20 confidence=medium

VOID
BargeDpc(
    _In_ PKDPC Dpc,
    _In_opt_ PVOID DeferredContext,
    _In_opt_ PVOID SystemArgument1,
    _In_opt_ PVOID SystemArgument2
    )
{
    BargeLoad(1);
}
