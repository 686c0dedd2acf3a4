/* Every way out gives back what was taken. */
#include <ndis.h>

typedef struct _IVORY {
    PNDIS_RW_LOCK_EX Lock;
    ULONG Level;
    ULONG Limit;
} IVORY, *PIVORY;

MINIPORT_CANCEL_OID_REQUEST IvoryCancelOidRequest;

VOID
IvoryCancelOidRequest(
    _In_ NDIS_HANDLE Context,
    _In_ PVOID RequestId
    )
{
    PIVORY ivory = (PIVORY)Context;
    ULONG amount = (ULONG)(ULONG_PTR)RequestId;
    LOCK_STATE_EX state;

    NdisAcquireRWLockWrite(ivory->Lock, &state, 0);
    if (ivory->Level + amount > ivory->Limit) {
        NdisReleaseRWLock(ivory->Lock, &state);
        return;
    }
    ivory->Level += amount;
    NdisReleaseRWLock(ivory->Lock, &state);
}
