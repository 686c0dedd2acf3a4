/* The power routine returns between acquire and release of the remove lock. */
#include <wdm.h>

typedef struct _GIMLET {
    IO_REMOVE_LOCK RemoveLock;
    PDEVICE_OBJECT Lower;
    LONG Level;
    LONG Limit;
} GIMLET, *PGIMLET;

DRIVER_INITIALIZE DriverEntry;
DRIVER_DISPATCH GimletPower;

NTSTATUS
DriverEntry(
    _In_ PDRIVER_OBJECT DriverObject,
    _In_ PUNICODE_STRING RegistryPath
    )
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_POWER] = GimletPower;
    return STATUS_SUCCESS;
}

NTSTATUS
GimletPower(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PGIMLET gimlet = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&gimlet->RemoveLock, Irp);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (gimlet->Level == gimlet->Limit) {
        return STATUS_DEVICE_BUSY;  // expect: wdm/RemoveLockReleasePower lock=&gimlet->RemoveLock acquire=32
    }
    gimlet->Level++;
    IoReleaseRemoveLock(&gimlet->RemoveLock, Irp);
    return STATUS_SUCCESS;
}
