/* The removal waits for all references before it detaches the device. */
#include <wdm.h>

typedef struct _NIPPERS {
    IO_REMOVE_LOCK RemoveLock;
    PDEVICE_OBJECT Lower;
    LONG Level;
    LONG Limit;
} NIPPERS, *PNIPPERS;

DRIVER_INITIALIZE DriverEntry;
DRIVER_DISPATCH NippersPnp;

NTSTATUS
DriverEntry(
    _In_ PDRIVER_OBJECT DriverObject,
    _In_ PUNICODE_STRING RegistryPath
    )
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_PNP] = NippersPnp;
    return STATUS_SUCCESS;
}

NTSTATUS
NippersPnp(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PNIPPERS nippers = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&nippers->RemoveLock, Irp);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    IoSkipCurrentIrpStackLocation(Irp);
    status = IoCallDriver(nippers->Lower, Irp);
    IoReleaseRemoveLockAndWait(&nippers->RemoveLock, Irp);
    IoDetachDevice(nippers->Lower);
    return status;
}
