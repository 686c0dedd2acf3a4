/* The check between acquire and release returns and forgets the release. */
#include <ndis.h>

typedef struct _HINGE {
    NDIS_SPIN_LOCK Lock;
    ULONG Level;
    ULONG Limit;
} HINGE, *PHINGE;

MINIPORT_CANCEL_OID_REQUEST HingeCancelOidRequest;

VOID
HingeCancelOidRequest(
    _In_ NDIS_HANDLE Context,
    _In_ PVOID RequestId
    )
{
    PHINGE hinge = (PHINGE)Context;
    ULONG amount = (ULONG)(ULONG_PTR)RequestId;

    NdisDprAcquireSpinLock(&hinge->Lock);
    if (hinge->Level + amount > hinge->Limit) {
        return;  // expect: ndis/SpinLockDprRelease lock=&hinge->Lock acquire=21
    }
    hinge->Level += amount;
    NdisDprReleaseSpinLock(&hinge->Lock);
}
