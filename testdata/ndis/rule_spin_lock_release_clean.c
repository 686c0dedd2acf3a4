/* Every way out gives back what was taken. */
#include <ndis.h>

typedef struct _GIRDER {
    NDIS_SPIN_LOCK Lock;
    ULONG Level;
    ULONG Limit;
} GIRDER, *PGIRDER;

MINIPORT_CANCEL_OID_REQUEST GirderCancelOidRequest;

VOID
GirderCancelOidRequest(
    _In_ NDIS_HANDLE Context,
    _In_ PVOID RequestId
    )
{
    PGIRDER girder = (PGIRDER)Context;
    ULONG amount = (ULONG)(ULONG_PTR)RequestId;

    NdisAcquireSpinLock(&girder->Lock);
    if (girder->Level + amount > girder->Limit) {
        NdisReleaseSpinLock(&girder->Lock);
        return;
    }
    girder->Level += amount;
    NdisReleaseSpinLock(&girder->Lock);
}
