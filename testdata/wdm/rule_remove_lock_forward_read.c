/* The lock is given back before the request is forwarded, so the device below may be gone. */
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
    IoReleaseRemoveLock(&sledge->RemoveLock, Irp);
    status = IoCallDriver(sledge->Lower, Irp);  // expect: wdm/RemoveLockForwardRead lock=&sledge->RemoveLock kind=forbidden-call
    return status;
}
