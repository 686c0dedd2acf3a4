/* The same with the release on every way out. */
#include <wdm.h>

typedef struct _JIG {
    IO_REMOVE_LOCK RemoveLock;
    PDEVICE_OBJECT Lower;
    LONG Level;
    LONG Limit;
} JIG, *PJIG;

DRIVER_INITIALIZE DriverEntry;
DRIVER_DISPATCH JigSystemControl;

NTSTATUS
DriverEntry(
    _In_ PDRIVER_OBJECT DriverObject,
    _In_ PUNICODE_STRING RegistryPath
    )
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_SYSTEM_CONTROL] = JigSystemControl;
    return STATUS_SUCCESS;
}

NTSTATUS
JigSystemControl(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PJIG jig = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&jig->RemoveLock, Irp);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    if (jig->Level == jig->Limit) {
        IoReleaseRemoveLock(&jig->RemoveLock, Irp);
        return STATUS_DEVICE_BUSY;
    }
    jig->Level++;
    IoReleaseRemoveLock(&jig->RemoveLock, Irp);
    return STATUS_SUCCESS;
}
