/* The request is forwarded with the lock held. */
#include <wdm.h>

typedef struct _BEETLE {
    IO_REMOVE_LOCK RemoveLock;
    PDEVICE_OBJECT Lower;
    LONG Level;
    LONG Limit;
} BEETLE, *PBEETLE;

DRIVER_INITIALIZE DriverEntry;
DRIVER_DISPATCH BeetleWrite;

NTSTATUS
DriverEntry(
    _In_ PDRIVER_OBJECT DriverObject,
    _In_ PUNICODE_STRING RegistryPath
    )
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_WRITE] = BeetleWrite;
    return STATUS_SUCCESS;
}

NTSTATUS
BeetleWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PBEETLE beetle = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&beetle->RemoveLock, Irp);

    if (!NT_SUCCESS(status)) {
        IoCompleteRequest(Irp, IO_NO_INCREMENT);
        return status;
    }
    IoSkipCurrentIrpStackLocation(Irp);
    status = IoCallDriver(beetle->Lower, Irp);
    IoReleaseRemoveLock(&beetle->RemoveLock, Irp);
    return status;
}
