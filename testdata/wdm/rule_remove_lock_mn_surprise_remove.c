/* The request that tells of a surprise removal is forwarded after the remove lock was given back. */
#include <wdm.h>

typedef struct _PLIERS {
    IO_REMOVE_LOCK RemoveLock;
    PDEVICE_OBJECT Lower;
    BOOLEAN Leaving;
} PLIERS, *PPLIERS;

DRIVER_INITIALIZE DriverEntry;
DRIVER_DISPATCH PliersPnp;

NTSTATUS
DriverEntry(
    _In_ PDRIVER_OBJECT DriverObject,
    _In_ PUNICODE_STRING RegistryPath
    )
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_PNP] = PliersPnp;
    return STATUS_SUCCESS;
}

NTSTATUS
PliersPnp(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PPLIERS pliers = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&pliers->RemoveLock, Irp);

    if (!NT_SUCCESS(status)) {
        IoCompleteRequest(Irp, IO_NO_INCREMENT);
        return status;
    }
    IoSkipCurrentIrpStackLocation(Irp);
    switch (IoGetCurrentIrpStackLocation(Irp)->MinorFunction) {
    case IRP_MN_SURPRISE_REMOVAL:
        pliers->Leaving = TRUE;
        IoReleaseRemoveLock(&pliers->RemoveLock, Irp);
        status = IoCallDriver(pliers->Lower, Irp);  // expect: wdm/RemoveLockMnSurpriseRemove lock=&pliers->RemoveLock kind=forbidden-call
        break;
    default:
        status = IoCallDriver(pliers->Lower, Irp);
        IoReleaseRemoveLock(&pliers->RemoveLock, Irp);
        break;
    }
    return status;
}
