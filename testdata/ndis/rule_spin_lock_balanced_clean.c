/* A function without a role, that no handler reaches, releases before each return. */
#include <ndis.h>

typedef struct _PONTOON {
    NDIS_SPIN_LOCK Lock;
    ULONG Level;
    ULONG Limit;
} PONTOON, *PPONTOON;

BOOLEAN
PontoonLoad(
    _In_ PPONTOON Pontoon,
    _In_ ULONG Amount
    )
{
    NdisAcquireSpinLock(&Pontoon->Lock);
    if (Pontoon->Level + Amount > Pontoon->Limit) {
        NdisReleaseSpinLock(&Pontoon->Lock);
        return FALSE;
    }
    Pontoon->Level += Amount;
    NdisReleaseSpinLock(&Pontoon->Lock);
    return TRUE;
}
