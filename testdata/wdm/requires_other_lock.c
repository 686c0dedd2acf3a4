/* That the caller is in a critical region says nothing of a lock that the function takes itself. */
#include <ntifs.h>

typedef struct _CELLAR {
    FAST_MUTEX Mutex;
    ULONG Bottles;
    ULONG Room;
} CELLAR, *PCELLAR;

DRIVER_DISPATCH CellarDispatchWrite;

_Requires_lock_held_(_Global_critical_region_)
static NTSTATUS
CellarStore(
    _Inout_ PCELLAR Cellar
    )
{
    ExAcquireFastMutex(&Cellar->Mutex);
    if (Cellar->Bottles == Cellar->Room) {
        return STATUS_DISK_FULL;  // expect: wdm/FastMutex lock=&Cellar->Mutex acquire=18
    }
    Cellar->Bottles++;
    ExReleaseFastMutex(&Cellar->Mutex);
    return STATUS_SUCCESS;
}

NTSTATUS
CellarDispatchWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    NTSTATUS status;

    KeEnterCriticalRegion();
    status = CellarStore(DeviceObject->DeviceExtension);
    KeLeaveCriticalRegion();
    return status;
}
