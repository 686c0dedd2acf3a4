/* A close routine waits until nobody uses the device any more, as only its removal may. */
#include <wdm.h>

typedef struct _OPENER {
    IO_REMOVE_LOCK RemoveLock;
    PDEVICE_OBJECT Lower;
    LONG Level;
    LONG Limit;
} OPENER, *POPENER;

DRIVER_INITIALIZE DriverEntry;
DRIVER_DISPATCH OpenerClose;

NTSTATUS
DriverEntry(
    _In_ PDRIVER_OBJECT DriverObject,
    _In_ PUNICODE_STRING RegistryPath
    )
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_CLOSE] = OpenerClose;
    return STATUS_SUCCESS;
}

NTSTATUS
OpenerClose(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    POPENER opener = DeviceObject->DeviceExtension;
    NTSTATUS status = IoAcquireRemoveLock(&opener->RemoveLock, Irp);

    if (!NT_SUCCESS(status)) {
        return status;
    }
    opener->Level++;
    IoReleaseRemoveLockAndWait(&opener->RemoveLock, Irp);  // expect: wdm/IoReleaseRemoveLockAndWaitOutsideRemoveDevice lock=&opener->RemoveLock acquire=32 kind=forbidden-call
    return STATUS_SUCCESS;
}
