/* The interrupt lock is taken last. */
#include <storport.h>

typedef struct _MILL {
    ULONG Level;
} MILL, *PMILL;

HW_BUILDIO MillBuildIo;

BOOLEAN
MillBuildIo(
    _In_ PVOID DeviceExtension,
    _In_ PSCSI_REQUEST_BLOCK Srb
    )
{
    PMILL mill = DeviceExtension;
    STOR_LOCK_HANDLE outer;
    STOR_LOCK_HANDLE inner;

    StorPortAcquireSpinLock(mill, StartIoLock, NULL, &outer);
    StorPortAcquireSpinLock(mill, InterruptLock, NULL, &inner);
    mill->Level++;
    StorPortReleaseSpinLock(mill, &inner);
    StorPortReleaseSpinLock(mill, &outer);
    return TRUE;
}
