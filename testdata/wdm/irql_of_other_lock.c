/* The inner lock is given back with the IRQL that the outer one saved. */
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
    KeReleaseSpinLock(&rack->Second, outer);  // expect: wdm/IrqlKeReleaseSpinLock lock=&rack->Second acquire=24 kind=wrong-release
    KeReleaseSpinLock(&rack->First, outer);
    return STATUS_SUCCESS;
}
