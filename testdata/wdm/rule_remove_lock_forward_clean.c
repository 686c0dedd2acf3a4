/* The request is forwarded with the lock held. */
#include <wdm.h>

typedef struct _MALLET {
    IO_REMOVE_LOCK RemoveLock;
    PDEVICE_OBJECT Lower;
    LONG Level;
    LONG Limit;
} MALLET, *PMALLET;

DRIVER_INITIALIZE DriverEntry;
DRIVER_DISPATCH MalletFlush;

NTSTATUS
DriverEntry(
    _In_ PDRIVER_OBJECT DriverObject,
    _In_ PUNICODE_STRING RegistryPath
    )
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_FLUSH_BUFFERS] = MalletFlush;
    return STATUS_SUCCESS;
}

NTSTATUS
MalletFlush(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PMALLET mallet = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&mallet->RemoveLock, Irp);

    if (!NT_SUCCESS(status)) {
        IoCompleteRequest(Irp, IO_NO_INCREMENT);
        return status;
    }
    IoSkipCurrentIrpStackLocation(Irp);
    status = IoCallDriver(mallet->Lower, Irp);
    IoReleaseRemoveLock(&mallet->RemoveLock, Irp);
    return status;
}
