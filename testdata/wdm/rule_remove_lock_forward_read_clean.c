/* The request is forwarded with the lock held. */
#include <wdm.h>

typedef struct _SLEDGE {
    IO_REMOVE_LOCK RemoveLock;
    PDEVICE_OBJECT Lower;
    LONG Level;
    LONG Limit;
} SLEDGE, *PSLEDGE;

DRIVER_INITIALIZE DriverEntry;
DRIVER_DISPATCH SledgeRead;

NTSTATUS
DriverEntry(
    _In_ PDRIVER_OBJECT DriverObject,
    _In_ PUNICODE_STRING RegistryPath
    )
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_READ] = SledgeRead;
    return STATUS_SUCCESS;
}

NTSTATUS
SledgeRead(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PSLEDGE sledge = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&sledge->RemoveLock, Irp);

    if (!NT_SUCCESS(status)) {
        IoCompleteRequest(Irp, IO_NO_INCREMENT);
        return status;
    }
    IoSkipCurrentIrpStackLocation(Irp);
    status = IoCallDriver(sledge->Lower, Irp);
    IoReleaseRemoveLock(&sledge->RemoveLock, Irp);
    return status;
}
