/* Functions that older systems lack are looked up at run time; a lock is taken and given back by them, or otherwise. */
#include <ntddk.h>

typedef VOID (*ACQUIRE_QUEUED)(PKSPIN_LOCK Lock, PKLOCK_QUEUE_HANDLE Handle);
typedef VOID (*RELEASE_QUEUED)(PKLOCK_QUEUE_HANDLE Handle);

static ACQUIRE_QUEUED TankAcquireQueued;
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
    KLOCK_QUEUE_HANDLE handle;
    KIRQL oldIrql;

    UNREFERENCED_PARAMETER(Irp);
    if (TankAcquireQueued) {
        TankAcquireQueued(&tank->Lock, &handle);
    } else {
        KeAcquireSpinLock(&tank->Lock, &oldIrql);
    }
    tank->Level++;
    if (TankReleaseQueued) {
        TankReleaseQueued(&handle);
    } else {
        KeReleaseSpinLock(&tank->Lock, oldIrql);
    }
    return STATUS_SUCCESS;
}
