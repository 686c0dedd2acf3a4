/* Every way out gives back what was taken. */
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
        NdisDprReleaseSpinLock(&hinge->Lock);
        return;
    }
    hinge->Level += amount;
    NdisDprReleaseSpinLock(&hinge->Lock);
}
