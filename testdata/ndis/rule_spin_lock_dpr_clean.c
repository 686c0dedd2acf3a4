/* The nested block relies on what the function has taken. */
#include <ndis.h>

typedef struct _FUNNEL {
    NDIS_SPIN_LOCK Lock;
    ULONG Level;
    ULONG Limit;
} FUNNEL, *PFUNNEL;

MINIPORT_CANCEL_OID_REQUEST FunnelCancelOidRequest;

VOID
FunnelCancelOidRequest(
    _In_ NDIS_HANDLE Context,
    _In_ PVOID RequestId
    )
{
    PFUNNEL funnel = (PFUNNEL)Context;
    ULONG amount = (ULONG)(ULONG_PTR)RequestId;

    NdisDprAcquireSpinLock(&funnel->Lock);
    funnel->Level += amount;
    if (funnel->Level > funnel->Limit) {
        funnel->Level = funnel->Limit;
    }
    NdisDprReleaseSpinLock(&funnel->Lock);
}
