/* The interrupt lock is the innermost one, but here it is taken first. */
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

    StorPortAcquireSpinLock(mill, InterruptLock, NULL, &outer);
    StorPortAcquireSpinLock(mill, StartIoLock, NULL, &inner);  // expect: storport/StorPortSpinLock3 lock=&outer acquire=20 kind=wrong-order
    mill->Level++;
    StorPortReleaseSpinLock(mill, &inner);
    StorPortReleaseSpinLock(mill, &outer);
    return TRUE;
}
