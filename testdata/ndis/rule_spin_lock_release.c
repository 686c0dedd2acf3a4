/* The check between acquire and release returns and forgets the release. */
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
        return;  // expect: ndis/SpinLockRelease lock=&girder->Lock acquire=21
    }
    girder->Level += amount;
    NdisReleaseSpinLock(&girder->Lock);
}
