/* The same with the release on every way out. */
#include <wdm.h>

typedef struct _EASEL {
    IO_REMOVE_LOCK RemoveLock;
    PDEVICE_OBJECT Lower;
    LONG Level;
    LONG Limit;
} EASEL, *PEASEL;

DRIVER_INITIALIZE DriverEntry;
DRIVER_DISPATCH EaselInternalDeviceControl;

NTSTATUS
DriverEntry(
    _In_ PDRIVER_OBJECT DriverObject,
    _In_ PUNICODE_STRING RegistryPath
    )
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_INTERNAL_DEVICE_CONTROL] = EaselInternalDeviceControl;
    return STATUS_SUCCESS;
}

NTSTATUS
EaselInternalDeviceControl(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PEASEL easel = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&easel->RemoveLock, Irp);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (easel->Level == easel->Limit) {
        IoReleaseRemoveLock(&easel->RemoveLock, Irp);
        return STATUS_DEVICE_BUSY;
    }
    easel->Level++;
    IoReleaseRemoveLock(&easel->RemoveLock, Irp);
    return STATUS_SUCCESS;
}
