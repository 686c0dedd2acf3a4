/* A function without a role, that no handler reaches, returns between acquire and release. */
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
        return FALSE;  // expect: ndis/SpinLockBalanced lock=&Pontoon->Lock acquire=16 confidence=medium
    }
    Pontoon->Level += Amount;
    NdisReleaseSpinLock(&Pontoon->Lock);
    return TRUE;
}
