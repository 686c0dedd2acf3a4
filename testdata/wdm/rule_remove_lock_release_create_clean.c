/* The same with the release on every way out. */
#include <wdm.h>

typedef struct _CHISEL {
    IO_REMOVE_LOCK RemoveLock;
    PDEVICE_OBJECT Lower;
    LONG Level;
    LONG Limit;
} CHISEL, *PCHISEL;

DRIVER_INITIALIZE DriverEntry;
DRIVER_DISPATCH ChiselCreate;

NTSTATUS
DriverEntry(
    _In_ PDRIVER_OBJECT DriverObject,
    _In_ PUNICODE_STRING RegistryPath
    )
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_CREATE] = ChiselCreate;
    return STATUS_SUCCESS;
}

NTSTATUS
ChiselCreate(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PCHISEL chisel = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&chisel->RemoveLock, Irp);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (chisel->Level == chisel->Limit) {
        IoReleaseRemoveLock(&chisel->RemoveLock, Irp);
        return STATUS_DEVICE_BUSY;
    }
    chisel->Level++;
    IoReleaseRemoveLock(&chisel->RemoveLock, Irp);
    return STATUS_SUCCESS;
}
