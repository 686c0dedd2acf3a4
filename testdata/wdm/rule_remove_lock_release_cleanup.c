/* The cleanup routine returns between acquire and release of the remove lock. */
#include <wdm.h>

typedef struct _AWL {
    IO_REMOVE_LOCK RemoveLock;
    PDEVICE_OBJECT Lower;
    LONG Level;
    LONG Limit;
} AWL, *PAWL;

DRIVER_INITIALIZE DriverEntry;
DRIVER_DISPATCH AwlCleanup;

NTSTATUS
DriverEntry(
    _In_ PDRIVER_OBJECT DriverObject,
    _In_ PUNICODE_STRING RegistryPath
    )
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_CLEANUP] = AwlCleanup;
    return STATUS_SUCCESS;
}

NTSTATUS
AwlCleanup(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PAWL awl = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&awl->RemoveLock, Irp);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (awl->Level == awl->Limit) {
        return STATUS_DEVICE_BUSY;  // expect: wdm/RemoveLockReleaseCleanup lock=&awl->RemoveLock acquire=32
    }
    awl->Level++;
    IoReleaseRemoveLock(&awl->RemoveLock, Irp);
    return STATUS_SUCCESS;
}
