/* Nobody here calls the annotated pair, and no role is known: their annotations say that they are no callbacks. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _GRANARY {
    WDFSPINLOCK Lock;
    ULONG Sacks;
} GRANARY, *PGRANARY;

_Acquires_lock_(Granary->Lock)
VOID
GranaryOpen(
    _In_ PGRANARY Granary
    )
{
    WdfSpinLockAcquire(Granary->Lock);
    if (Granary->Sacks == 0) {
        return;
    }
    Granary->Sacks--;
}

_Releases_lock_(Granary->Lock)
VOID
GranaryClose(
    _In_ PGRANARY Granary
    )
{
    Granary->Sacks++;
    WdfSpinLockRelease(Granary->Lock);
}
