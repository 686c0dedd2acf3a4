/* Each lock is given back with its own IRQL. */
#include <ntifs.h>

typedef struct _RACK {
    KSPIN_LOCK First;
    KSPIN_LOCK Second;
    ULONG Level;
} RACK, *PRACK;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH RackWrite;

NTSTATUS
RackWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PRACK rack = DeviceObject->DeviceExtension;
    KIRQL outer;
    KIRQL inner;

    KeAcquireSpinLock(&rack->First, &outer);
    KeAcquireSpinLock(&rack->Second, &inner);
    rack->Level++;
    KeReleaseSpinLock(&rack->Second, inner);
    KeReleaseSpinLock(&rack->First, outer);
    return STATUS_SUCCESS;
}
