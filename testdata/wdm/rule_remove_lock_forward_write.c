/* The lock is given back before the request is forwarded, so the device below may be gone. */
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
    IoReleaseRemoveLock(&beetle->RemoveLock, Irp);
    status = IoCallDriver(beetle->Lower, Irp);  // expect: wdm/RemoveLockForwardWrite lock=&beetle->RemoveLock kind=forbidden-call
    return status;
}
