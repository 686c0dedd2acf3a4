/* Helpers do not give the lock back that is taken again, in the function itself and in one that it has called to take
   it. */
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

typedef struct _113ER {
    struct _113ER *Next;
    PCABIN Cabin;
    ULONG Leaving;
} 113ER, *P113ER;

KDEFERRED_ROUTINE LiftDpc;
KDEFERRED_ROUTINE RiderDpc;

static BOOLEAN
LiftArrive(
    _In_ PLIFT Lift,
    _In_ KIRQL OldIrql
    )
{
    UNREFERENCED_PARAMETER(OldIrql);
    Lift->Riders = 0;
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

    KeAcquireSpinLock(&Cabin->Lock, &oldIrql);  // expect: wdm/SpinLock kind=taken-twice lock=&Cabin->Lock acquire=47
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
    return arrived;  // expect: wdm/SpinLockRelease lock=&Cabin->Lock acquire=47 confidence=medium
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
    _In_ P113ER Rider
    )
{
    Rider->Leaving = 1;
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
    P113ER rider = Argument1;

    UNREFERENCED_PARAMETER(Dpc);
    UNREFERENCED_PARAMETER(Argument2);
    KeAcquireSpinLockAtDpcLevel(&cabin->Lock);
    RiderLeave(rider);
    KeAcquireSpinLockAtDpcLevel(&cabin->Lock);  // expect: wdm/SpinLock kind=taken-twice lock=&cabin->Lock acquire=113
    RiderLeave(rider->Next);
    CabinCall(cabin);
}
