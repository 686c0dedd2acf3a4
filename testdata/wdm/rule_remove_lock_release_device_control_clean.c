/* The same with the release on every way out. */
#include <wdm.h>

typedef struct _DRILL {
    IO_REMOVE_LOCK RemoveLock;
    PDEVICE_OBJECT Lower;
    LONG Level;
    LONG Limit;
} DRILL, *PDRILL;

DRIVER_INITIALIZE DriverEntry;
DRIVER_DISPATCH DrillDeviceControl;

NTSTATUS
DriverEntry(
    _In_ PDRIVER_OBJECT DriverObject,
    _In_ PUNICODE_STRING RegistryPath
    )
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_DEVICE_CONTROL] = DrillDeviceControl;
    return STATUS_SUCCESS;
}

NTSTATUS
DrillDeviceControl(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PDRILL drill = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&drill->RemoveLock, Irp);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (drill->Level == drill->Limit) {
        IoReleaseRemoveLock(&drill->RemoveLock, Irp);
        return STATUS_DEVICE_BUSY;
    }
    drill->Level++;
    IoReleaseRemoveLock(&drill->RemoveLock, Irp);
    return STATUS_SUCCESS;
}
