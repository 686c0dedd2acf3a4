/* The same with the release on every way out. */
#include <wdm.h>

typedef struct _ICEPICK {
    IO_REMOVE_LOCK RemoveLock;
    PDEVICE_OBJECT Lower;
    LONG Level;
    LONG Limit;
} ICEPICK, *PICEPICK;

DRIVER_INITIALIZE DriverEntry;
DRIVER_DISPATCH IcepickShutdown;

NTSTATUS
DriverEntry(
    _In_ PDRIVER_OBJECT DriverObject,
    _In_ PUNICODE_STRING RegistryPath
    )
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_SHUTDOWN] = IcepickShutdown;
    return STATUS_SUCCESS;
}

NTSTATUS
IcepickShutdown(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PICEPICK icepick = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&icepick->RemoveLock, Irp);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (icepick->Level == icepick->Limit) {
        IoReleaseRemoveLock(&icepick->RemoveLock, Irp);
        return STATUS_DEVICE_BUSY;
    }
    icepick->Level++;
    IoReleaseRemoveLock(&icepick->RemoveLock, Irp);
    return STATUS_SUCCESS;
}
