/* The source says to analysers what the state of a lock is: paths that contradict it are not looked at. */
#include <ntddk.h>

typedef struct _HINGE {
    KSPIN_LOCK Lock;
    FAST_MUTEX Mutex;
    ULONG Level;
    ULONG Limit;
} HINGE, *PHINGE;

NTSTATUS HingeSend(_In_ PHINGE Hinge);

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH HingeWrite;
_Dispatch_type_(IRP_MJ_READ)
DRIVER_DISPATCH HingeRead;
_Dispatch_type_(IRP_MJ_CREATE)
DRIVER_DISPATCH HingeCreate;

NTSTATUS
HingeWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PHINGE hinge = DeviceObject->DeviceExtension;

    UNREFERENCED_PARAMETER(Irp);
    ExAcquireFastMutex(&hinge->Mutex);
    if (hinge->Level > hinge->Limit) {
        // HingeSend gives it back when the level is too high.
        HingeSend(hinge);
        _Analysis_assume_lock_not_held_(hinge->Mutex);
        return STATUS_INVALID_PARAMETER;
    }
    ExReleaseFastMutex(&hinge->Mutex);
    return STATUS_SUCCESS;
}

NTSTATUS
HingeRead(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PHINGE hinge = DeviceObject->DeviceExtension;

    UNREFERENCED_PARAMETER(Irp);
    _Analysis_assume_lock_held_(hinge->Mutex);
    hinge->Level--;
    ExReleaseFastMutex(&hinge->Mutex);
    return STATUS_SUCCESS;
}

NTSTATUS
HingeCreate(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PHINGE hinge = DeviceObject->DeviceExtension;

    UNREFERENCED_PARAMETER(Irp);
    ExAcquireFastMutex(&hinge->Mutex);
    HingeSend(hinge);
    _Analysis_assume_lock_released_(hinge->Mutex);
    return STATUS_SUCCESS;
}
