/* The check between acquire and release returns and forgets the release. */
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
        return;  // expect: ndis/ReadWriteLock lock=ivory->Lock acquire=22
    }
    ivory->Level += amount;
    NdisReleaseRWLock(ivory->Lock, &state);
}
