/* The check between acquire and release returns and forgets the release. */
#include <ntifs.h>

typedef struct _INKWELL {
    KSPIN_LOCK Lock;
    ULONG Level;
    ULONG Limit;
} INKWELL, *PINKWELL;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH InkwellWrite;

NTSTATUS
InkwellWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PINKWELL inkwell = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;
    KLOCK_QUEUE_HANDLE handle;

    KeAcquireInStackQueuedSpinLock(&inkwell->Lock, &handle);
    if (inkwell->Level + amount > inkwell->Limit) {
        return STATUS_INVALID_PARAMETER;  // expect: wdm/QueuedSpinLockRelease lock=&handle acquire=23
    }
    inkwell->Level += amount;
    KeReleaseInStackQueuedSpinLock(&handle);
    return STATUS_SUCCESS;
}
