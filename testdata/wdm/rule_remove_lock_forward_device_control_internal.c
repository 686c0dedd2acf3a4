/* The lock is given back before the request is forwarded, so the device below may be gone. */
#include <wdm.h>

typedef struct _MAUL {
    IO_REMOVE_LOCK RemoveLock;
    PDEVICE_OBJECT Lower;
    LONG Level;
    LONG Limit;
} MAUL, *PMAUL;

DRIVER_INITIALIZE DriverEntry;
DRIVER_DISPATCH MaulDeviceControlInternal;

NTSTATUS
DriverEntry(
    _In_ PDRIVER_OBJECT DriverObject,
    _In_ PUNICODE_STRING RegistryPath
    )
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_INTERNAL_DEVICE_CONTROL] = MaulDeviceControlInternal;
    return STATUS_SUCCESS;
}

NTSTATUS
MaulDeviceControlInternal(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PMAUL maul = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&maul->RemoveLock, Irp);

    if (!NT_SUCCESS(status)) {
        IoCompleteRequest(Irp, IO_NO_INCREMENT);
        return status;
    }
    IoSkipCurrentIrpStackLocation(Irp);
    IoReleaseRemoveLock(&maul->RemoveLock, Irp);
    status = IoCallDriver(maul->Lower, Irp);  // expect: wdm/RemoveLockForwardDeviceControlInternal lock=&maul->RemoveLock kind=forbidden-call
    return status;
}
