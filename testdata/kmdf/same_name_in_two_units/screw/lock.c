/* The screw driver's DeviceUnlock does something else than that of the nail driver beside it. */
#include <ntddk.h>
#include <wdf.h>
#include "screw.h"

VOID
DeviceUnlock(
    _In_ PSCREW_CONTEXT Device
    )
{
    Device->Locked = FALSE;
}
