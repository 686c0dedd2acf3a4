/* One routine serves two kinds of request, and returns between acquire and release of the remove lock. */
#include <wdm.h>

typedef struct _LATHE {
    IO_REMOVE_LOCK RemoveLock;
    PDEVICE_OBJECT Lower;
    LONG Level;
    LONG Limit;
} LATHE, *PLATHE;

DRIVER_INITIALIZE DriverEntry;
DRIVER_DISPATCH LatheTransfer;

NTSTATUS
DriverEntry(
    _In_ PDRIVER_OBJECT DriverObject,
    _In_ PUNICODE_STRING RegistryPath
    )
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_READ] = LatheTransfer;
    DriverObject->MajorFunction[IRP_MJ_WRITE] = LatheTransfer;
    return STATUS_SUCCESS;
}

NTSTATUS
LatheTransfer(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PLATHE lathe = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&lathe->RemoveLock, Irp);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (lathe->Level == lathe->Limit) {
        return STATUS_DEVICE_BUSY;  // expect: wdm/RemoveLockRelease2 lock=&lathe->RemoveLock acquire=33
    }
    lathe->Level++;
    IoReleaseRemoveLock(&lathe->RemoveLock, Irp);
    return STATUS_SUCCESS;
}
