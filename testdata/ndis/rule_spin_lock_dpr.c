/* The nested block takes what the function has already. */
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
        NdisDprAcquireSpinLock(&funnel->Lock);  // expect: ndis/SpinLockDpr lock=&funnel->Lock acquire=21 kind=taken-twice
        funnel->Level = funnel->Limit;
    }
    NdisDprReleaseSpinLock(&funnel->Lock);
}
