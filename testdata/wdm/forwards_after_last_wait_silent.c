/* The request that removes the device is forwarded when all others are done: no reference is left to keep. */
#include <wdm.h>

typedef struct _PEDAL {
    IO_REMOVE_LOCK RemoveLock;
    PDEVICE_OBJECT Lower;
} PEDAL, *PPEDAL;

DRIVER_INITIALIZE DriverEntry;
DRIVER_DISPATCH PedalPnp;

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_PNP] = PedalPnp;
    return STATUS_SUCCESS;
}

NTSTATUS PedalPnp(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PPEDAL pedal = DeviceObject->DeviceExtension;
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(Irp);
    NTSTATUS status = IoAcquireRemoveLock(&pedal->RemoveLock, Irp);

    if (!NT_SUCCESS(status)) {
        IoCompleteRequest(Irp, IO_NO_INCREMENT);
        return status;
    }
    if (stack->MinorFunction == IRP_MN_REMOVE_DEVICE) {
        IoReleaseRemoveLockAndWait(&pedal->RemoveLock, Irp);
        IoSkipCurrentIrpStackLocation(Irp);
        status = IoCallDriver(pedal->Lower, Irp);
        IoDetachDevice(pedal->Lower);
        IoDeleteDevice(DeviceObject);
        return status;
    }
    IoSkipCurrentIrpStackLocation(Irp);
    status = IoCallDriver(pedal->Lower, Irp);
    IoReleaseRemoveLock(&pedal->RemoveLock, Irp);
    return status;
}
