/* The query whether the device may be removed is forwarded with the remove lock. */
#include <wdm.h>

typedef struct _TONGS {
    IO_REMOVE_LOCK RemoveLock;
    PDEVICE_OBJECT Lower;
    BOOLEAN Leaving;
} TONGS, *PTONGS;

DRIVER_INITIALIZE DriverEntry;
DRIVER_DISPATCH TongsPnp;

NTSTATUS
DriverEntry(
    _In_ PDRIVER_OBJECT DriverObject,
    _In_ PUNICODE_STRING RegistryPath
    )
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_PNP] = TongsPnp;
    return STATUS_SUCCESS;
}

NTSTATUS
TongsPnp(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PTONGS tongs = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&tongs->RemoveLock, Irp);

    if (!NT_SUCCESS(status)) {
        IoCompleteRequest(Irp, IO_NO_INCREMENT);
        return status;
    }
    IoSkipCurrentIrpStackLocation(Irp);
    switch (IoGetCurrentIrpStackLocation(Irp)->MinorFunction) {
    case IRP_MN_QUERY_REMOVE_DEVICE:
        tongs->Leaving = TRUE;
        status = IoCallDriver(tongs->Lower, Irp);
        IoReleaseRemoveLock(&tongs->RemoveLock, Irp);
        break;
    default:
        status = IoCallDriver(tongs->Lower, Irp);
        IoReleaseRemoveLock(&tongs->RemoveLock, Irp);
        break;
    }
    return status;
}
