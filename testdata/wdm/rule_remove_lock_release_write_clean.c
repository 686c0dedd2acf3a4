/* The same with the release on every way out. */
#include <wdm.h>

typedef struct _KNIFE {
    IO_REMOVE_LOCK RemoveLock;
    PDEVICE_OBJECT Lower;
    LONG Level;
    LONG Limit;
} KNIFE, *PKNIFE;

DRIVER_INITIALIZE DriverEntry;
DRIVER_DISPATCH KnifeWrite;

NTSTATUS
DriverEntry(
    _In_ PDRIVER_OBJECT DriverObject,
    _In_ PUNICODE_STRING RegistryPath
    )
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_WRITE] = KnifeWrite;
    return STATUS_SUCCESS;
}

NTSTATUS
KnifeWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PKNIFE knife = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&knife->RemoveLock, Irp);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (knife->Level == knife->Limit) {
        IoReleaseRemoveLock(&knife->RemoveLock, Irp);
        return STATUS_DEVICE_BUSY;
    }
    knife->Level++;
    IoReleaseRemoveLock(&knife->RemoveLock, Irp);
    return STATUS_SUCCESS;
}
