/* The request is forwarded with the lock held. */
#include <wdm.h>

typedef struct _GAVEL {
    IO_REMOVE_LOCK RemoveLock;
    PDEVICE_OBJECT Lower;
    LONG Level;
    LONG Limit;
} GAVEL, *PGAVEL;

DRIVER_INITIALIZE DriverEntry;
DRIVER_DISPATCH GavelDeviceControl;

NTSTATUS
DriverEntry(
    _In_ PDRIVER_OBJECT DriverObject,
    _In_ PUNICODE_STRING RegistryPath
    )
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_DEVICE_CONTROL] = GavelDeviceControl;
    return STATUS_SUCCESS;
}

NTSTATUS
GavelDeviceControl(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PGAVEL gavel = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&gavel->RemoveLock, Irp);

    if (!NT_SUCCESS(status)) {
        IoCompleteRequest(Irp, IO_NO_INCREMENT);
        return status;
    }
    IoSkipCurrentIrpStackLocation(Irp);
    status = IoCallDriver(gavel->Lower, Irp);
    IoReleaseRemoveLock(&gavel->RemoveLock, Irp);
    return status;
}
