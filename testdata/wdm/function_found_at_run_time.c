/* A function that older systems lack is looked up at run time, but the lock is always taken without it. */
#include <ntddk.h>

typedef VOID (*RELEASE_QUEUED)(PTANK Tank);

static RELEASE_QUEUED TankReleaseQueued;

typedef struct _TANK {
    KSPIN_LOCK Lock;
    ULONG Level;
} TANK, *PTANK;

DRIVER_DISPATCH TankWrite;

NTSTATUS
TankWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PTANK tank = DeviceObject->DeviceExtension;
    KIRQL oldIrql;

    UNREFERENCED_PARAMETER(Irp);
    KeAcquireSpinLock(&tank->Lock, &oldIrql);
    tank->Level++;
    if (TankReleaseQueued) {
        TankReleaseQueued(tank);
        KeReleaseSpinLock(&tank->Lock, oldIrql);
    }
    return STATUS_SUCCESS;  // expect: wdm/SpinLockRelease lock=&tank->Lock acquire=25
}
