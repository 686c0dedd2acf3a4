/* What the source says of one lock changes nothing for another, and a lock that was said to be given back is taken again. */
#include <ntddk.h>

typedef struct _LATCH {
    KSPIN_LOCK Lock;
    FAST_MUTEX Mutex;
    ULONG Level;
    ULONG Limit;
} LATCH, *PLATCH;

NTSTATUS LatchSend(_In_ PLATCH Latch);

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH LatchWrite;
_Dispatch_type_(IRP_MJ_READ)
DRIVER_DISPATCH LatchRead;

NTSTATUS
LatchWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PLATCH latch = DeviceObject->DeviceExtension;

    UNREFERENCED_PARAMETER(Irp);
    ExAcquireFastMutex(&latch->Mutex);
    if (latch->Level > latch->Limit) {
        _Analysis_assume_lock_not_held_(latch->Lock);
        return STATUS_INVALID_PARAMETER;  // expect: wdm/FastMutex lock=&latch->Mutex acquire=27
    }
    ExReleaseFastMutex(&latch->Mutex);
    return STATUS_SUCCESS;
}

NTSTATUS
LatchRead(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PLATCH latch = DeviceObject->DeviceExtension;

    UNREFERENCED_PARAMETER(Irp);
    ExAcquireFastMutex(&latch->Mutex);
    LatchSend(latch);
    _Analysis_assume_lock_released_(latch->Mutex);
    ExAcquireFastMutex(&latch->Mutex);
    latch->Level--;
    return STATUS_SUCCESS;  // expect: wdm/FastMutex lock=&latch->Mutex acquire=48
}
