/* The close routine only gives its own reference back. */
#include <wdm.h>

typedef struct _OPENER {
    IO_REMOVE_LOCK RemoveLock;
    PDEVICE_OBJECT Lower;
    LONG Level;
    LONG Limit;
} OPENER, *POPENER;

DRIVER_INITIALIZE DriverEntry;
DRIVER_DISPATCH OpenerClose;

NTSTATUS
DriverEntry(
    _In_ PDRIVER_OBJECT DriverObject,
    _In_ PUNICODE_STRING RegistryPath
    )
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_CLOSE] = OpenerClose;
    return STATUS_SUCCESS;
}

NTSTATUS
OpenerClose(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    POPENER opener = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&opener->RemoveLock, Irp);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    opener->Level++;
    IoReleaseRemoveLock(&opener->RemoveLock, Irp);
    return STATUS_SUCCESS;
}
