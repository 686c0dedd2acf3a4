/* Who does not want the old affinity back passes NULL for it, here through a helper. */
#include <ntddk.h>

KSTART_ROUTINE SpinnerThread;

static VOID
SpinnerPin(
    _In_ PGROUP_AFFINITY Affinity,
    _Out_opt_ PGROUP_AFFINITY Previous
    )
{
    KeSetSystemGroupAffinityThread(Affinity, Previous);
}

VOID
SpinnerThread(
    _In_ PVOID Context
    )
{
    SpinnerPin(Context, NULL);
}
