/* The nested block relies on what the function has taken. */
#include <ndis.h>

typedef struct _EMBER {
    NDIS_SPIN_LOCK Lock;
    ULONG Level;
    ULONG Limit;
} EMBER, *PEMBER;

MINIPORT_CANCEL_OID_REQUEST EmberCancelOidRequest;

VOID
EmberCancelOidRequest(
    _In_ NDIS_HANDLE Context,
    _In_ PVOID RequestId
    )
{
    PEMBER ember = (PEMBER)Context;
    ULONG amount = (ULONG)(ULONG_PTR)RequestId;

    NdisAcquireSpinLock(&ember->Lock);
    ember->Level += amount;
    if (ember->Level > ember->Limit) {
        ember->Level = ember->Limit;
    }
    NdisReleaseSpinLock(&ember->Lock);
}
