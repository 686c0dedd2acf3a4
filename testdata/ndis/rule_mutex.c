/* The check between acquire and release returns and forgets the release. */
#include <ndis.h>

typedef struct _JUG {
    NDIS_MUTEX Mutex;
    ULONG Level;
    ULONG Limit;
} JUG, *PJUG;

MINIPORT_CANCEL_OID_REQUEST JugCancelOidRequest;

VOID
JugCancelOidRequest(
    _In_ NDIS_HANDLE Context,
    _In_ PVOID RequestId
    )
{
    PJUG jug = (PJUG)Context;
    ULONG amount = (ULONG)(ULONG_PTR)RequestId;

    NDIS_WAIT_FOR_MUTEX(&jug->Mutex);
    if (jug->Level + amount > jug->Limit) {
        return;  // expect: ndis/Mutex lock=&jug->Mutex acquire=21
    }
    jug->Level += amount;
    NDIS_RELEASE_MUTEX(&jug->Mutex);
}
