/* The same with the release on every way out. */
#include <wdm.h>

typedef struct _HAMMER {
    IO_REMOVE_LOCK RemoveLock;
    PDEVICE_OBJECT Lower;
    LONG Level;
    LONG Limit;
} HAMMER, *PHAMMER;

DRIVER_INITIALIZE DriverEntry;
DRIVER_DISPATCH HammerRead;

NTSTATUS
DriverEntry(
    _In_ PDRIVER_OBJECT DriverObject,
    _In_ PUNICODE_STRING RegistryPath
    )
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_READ] = HammerRead;
    return STATUS_SUCCESS;
}

NTSTATUS
HammerRead(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PHAMMER hammer = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&hammer->RemoveLock, Irp);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (hammer->Level == hammer->Limit) {
        IoReleaseRemoveLock(&hammer->RemoveLock, Irp);
        return STATUS_DEVICE_BUSY;
    }
    hammer->Level++;
    IoReleaseRemoveLock(&hammer->RemoveLock, Irp);
    return STATUS_SUCCESS;
}
