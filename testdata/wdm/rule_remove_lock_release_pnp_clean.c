/* The same with the release on every way out. */
#include <wdm.h>

typedef struct _FILE {
    IO_REMOVE_LOCK RemoveLock;
    PDEVICE_OBJECT Lower;
    LONG Level;
    LONG Limit;
} FILE, *PFILE;

DRIVER_INITIALIZE DriverEntry;
DRIVER_DISPATCH FilePnp;

NTSTATUS
DriverEntry(
    _In_ PDRIVER_OBJECT DriverObject,
    _In_ PUNICODE_STRING RegistryPath
    )
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_PNP] = FilePnp;
    return STATUS_SUCCESS;
}

NTSTATUS
FilePnp(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PFILE file = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&file->RemoveLock, Irp);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (file->Level == file->Limit) {
        IoReleaseRemoveLock(&file->RemoveLock, Irp);
        return STATUS_DEVICE_BUSY;
    }
    file->Level++;
    IoReleaseRemoveLock(&file->RemoveLock, Irp);
    return STATUS_SUCCESS;
}
