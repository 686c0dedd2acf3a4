/* The leading edge was asked for locked: who unlocks it has not locked it himself. */
#include <ntddk.h>
#include <ks.h>

NTSTATUS
FilmProcess(
    _In_ PKSPIN Pin
    )
{
    PKSSTREAM_POINTER leading;

    leading = KsPinGetLeadingEdgeStreamPointer(Pin, KSSTREAM_POINTER_STATE_LOCKED);
    if (leading == NULL) {
        return STATUS_PENDING;
    }
    leading->StreamHeader->DataUsed = 0;
    KsStreamPointerUnlock(leading, TRUE);
    return STATUS_SUCCESS;
}
