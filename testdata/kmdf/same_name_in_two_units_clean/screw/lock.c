/* The screw driver's DeviceUnlock releases as well. */
#include <ntddk.h>
#include <wdf.h>
#include "screw.h"

VOID
DeviceUnlock(
    _In_ PSCREW_CONTEXT Device
    )
{
    Device->Locked = FALSE;
    WdfSpinLockRelease(Device->Lock);
}
