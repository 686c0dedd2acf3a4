/* Helpers give the lock back by way of another object before it is taken again, in the function itself and in one that it
   has called to take it. */
#include <ntddk.h>

typedef struct _LIFT *PLIFT;

typedef struct _CABIN {
    PLIFT Lift;
    KSPIN_LOCK Lock;
    ULONG Floor;
} CABIN, *PCABIN;

typedef struct _LIFT {
    CABIN Cabin;
    ULONG Riders;
} LIFT;

typedef struct _RIDER {
    struct _RIDER *Next;
    PCABIN Cabin;
    ULONG Leaving;
} RIDER, *PRIDER;

KDEFERRED_ROUTINE LiftDpc;
KDEFERRED_ROUTINE RiderDpc;

static BOOLEAN
LiftArrive(
    _In_ PLIFT Lift,
    _In_ KIRQL OldIrql
    )
{
    Lift->Riders = 0;
    KeReleaseSpinLock(&Lift->Cabin.Lock, OldIrql);
    return TRUE;
}

static BOOLEAN
CabinMove(
    _In_ PCABIN Cabin,
    _In_ ULONG Floor
    )
{
    BOOLEAN arrived;
    KIRQL oldIrql;

    KeAcquireSpinLock(&Cabin->Lock, &oldIrql);
    if (Floor > 40) {
        KeReleaseSpinLock(&Cabin->Lock, oldIrql);
        return TRUE;
    }
    Cabin->Floor = Floor;
    switch (Floor) {
    case 0:
        arrived = LiftArrive(Cabin->Lift, oldIrql);
        break;
    default:
        KeReleaseSpinLock(&Cabin->Lock, oldIrql);
        arrived = FALSE;
        break;
    }
    return arrived;
}

VOID
LiftDpc(
    _In_ PKDPC Dpc,
    _In_opt_ PVOID Context,
    _In_opt_ PVOID Argument1,
    _In_opt_ PVOID Argument2
    )
{
    PCABIN cabin = Context;

    UNREFERENCED_PARAMETER(Dpc);
    UNREFERENCED_PARAMETER(Argument1);
    UNREFERENCED_PARAMETER(Argument2);
    CabinMove(cabin, 0);
    CabinMove(cabin, 1);
}

static VOID
RiderLeave(
    _In_ PRIDER Rider
    )
{
    PCABIN cabin = Rider->Cabin;

    Rider->Leaving = 1;
    KeReleaseSpinLockFromDpcLevel(&cabin->Lock);
}

static VOID
CabinCall(
    _In_ PCABIN Cabin
    )
{
    KeAcquireSpinLockAtDpcLevel(&Cabin->Lock);
    Cabin->Floor++;
    KeReleaseSpinLockFromDpcLevel(&Cabin->Lock);
}

VOID
RiderDpc(
    _In_ PKDPC Dpc,
    _In_opt_ PVOID Context,
    _In_opt_ PVOID Argument1,
    _In_opt_ PVOID Argument2
    )
{
    PCABIN cabin = Context;
    PRIDER rider = Argument1;

    UNREFERENCED_PARAMETER(Dpc);
    UNREFERENCED_PARAMETER(Argument2);
    KeAcquireSpinLockAtDpcLevel(&cabin->Lock);
    RiderLeave(rider);
    KeAcquireSpinLockAtDpcLevel(&cabin->Lock);
    RiderLeave(rider->Next);
    CabinCall(cabin);
}
