/* The nail driver's DeviceUnlock releases. */
#include <ntddk.h>
#include <wdf.h>
#include "nail.h"

VOID
DeviceUnlock(
    _In_ PNAIL_CONTEXT Device
    )
{
    WdfSpinLockRelease(Device->Lock);
}
