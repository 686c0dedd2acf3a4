/* The device is detached while others may still hold its remove lock. */
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
    IoDetachDevice(nippers->Lower);  // expect: wdm/RemoveLockMnRemove lock=&nippers->RemoveLock acquire=32 kind=forbidden-call
    IoReleaseRemoveLockAndWait(&nippers->RemoveLock, Irp);
    return status;
}
