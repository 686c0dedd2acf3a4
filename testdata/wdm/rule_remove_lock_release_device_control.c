/* The device control routine returns between acquire and release of the remove lock. */
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
        return STATUS_DEVICE_BUSY;  // expect: wdm/RemoveLockReleaseDeviceControl lock=&drill->RemoveLock acquire=32
    }
    drill->Level++;
    IoReleaseRemoveLock(&drill->RemoveLock, Irp);
    return STATUS_SUCCESS;
}
