/* The close routine returns between acquire and release of the remove lock. */
#include <wdm.h>

typedef struct _BEVEL {
    IO_REMOVE_LOCK RemoveLock;
    PDEVICE_OBJECT Lower;
    LONG Level;
    LONG Limit;
} BEVEL, *PBEVEL;

DRIVER_INITIALIZE DriverEntry;
DRIVER_DISPATCH BevelClose;

NTSTATUS
DriverEntry(
    _In_ PDRIVER_OBJECT DriverObject,
    _In_ PUNICODE_STRING RegistryPath
    )
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_CLOSE] = BevelClose;
    return STATUS_SUCCESS;
}

NTSTATUS
BevelClose(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PBEVEL bevel = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&bevel->RemoveLock, Irp);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (bevel->Level == bevel->Limit) {
        return STATUS_DEVICE_BUSY;  // expect: wdm/RemoveLockReleaseClose lock=&bevel->RemoveLock acquire=32
    }
    bevel->Level++;
    IoReleaseRemoveLock(&bevel->RemoveLock, Irp);
    return STATUS_SUCCESS;
}
