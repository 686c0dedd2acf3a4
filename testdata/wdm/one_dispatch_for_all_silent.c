/* One routine serves every request, and the one that removes the device is among them. */
#include <ntddk.h>

typedef struct _FILTER {
    PDEVICE_OBJECT Lower;
    IO_REMOVE_LOCK RemoveLock;
    BOOLEAN Started;
} FILTER, *PFILTER;

DRIVER_INITIALIZE DriverEntry;
DRIVER_DISPATCH FilterDispatch;

static NTSTATUS FilterRemove(PFILTER filter, PIRP irp)
{
    NTSTATUS status = IoAcquireRemoveLock(&filter->RemoveLock, irp);

    if (!NT_SUCCESS(status)) {
        irp->IoStatus.Status = status;
        IoCompleteRequest(irp, IO_NO_INCREMENT);
        return status;
    }
    filter->Started = FALSE;
    IoReleaseRemoveLockAndWait(&filter->RemoveLock, irp);
    IoSkipCurrentIrpStackLocation(irp);
    return IoCallDriver(filter->Lower, irp);
}

NTSTATUS FilterDispatch(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PFILTER filter = DeviceObject->DeviceExtension;
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(Irp);

    if (stack->MajorFunction == IRP_MJ_PNP && stack->MinorFunction == IRP_MN_REMOVE_DEVICE) {
        return FilterRemove(filter, Irp);
    }
    IoSkipCurrentIrpStackLocation(Irp);
    return IoCallDriver(filter->Lower, Irp);
}

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    ULONG index;

    for (index = 0; index <= IRP_MJ_MAXIMUM_FUNCTION; index++) {
        DriverObject->MajorFunction[index] = FilterDispatch;
    }
    return STATUS_SUCCESS;
}
