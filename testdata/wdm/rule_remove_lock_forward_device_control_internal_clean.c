/* The request is forwarded with the lock held. */
#include <wdm.h>

typedef struct _MAUL {
    IO_REMOVE_LOCK RemoveLock;
    PDEVICE_OBJECT Lower;
    LONG Level;
    LONG Limit;
} MAUL, *PMAUL;

DRIVER_INITIALIZE DriverEntry;
DRIVER_DISPATCH MaulDeviceControlInternal;

NTSTATUS
DriverEntry(
    _In_ PDRIVER_OBJECT DriverObject,
    _In_ PUNICODE_STRING RegistryPath
    )
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_INTERNAL_DEVICE_CONTROL] = MaulDeviceControlInternal;
    return STATUS_SUCCESS;
}

NTSTATUS
MaulDeviceControlInternal(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PMAUL maul = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&maul->RemoveLock, Irp);

    if (!NT_SUCCESS(status)) {
        IoCompleteRequest(Irp, IO_NO_INCREMENT);
        return status;
    }
    IoSkipCurrentIrpStackLocation(Irp);
    status = IoCallDriver(maul->Lower, Irp);
    IoReleaseRemoveLock(&maul->RemoveLock, Irp);
    return status;
}
