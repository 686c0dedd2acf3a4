/* Nobody gives an event back: only what KeReleaseMutex names is a mutex. */
#include <ntifs.h>

typedef struct _BEACON {
    KEVENT Ready;
    KMUTEX Mutex;
    ULONG Level;
} BEACON, *PBEACON;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH BeaconWrite;

NTSTATUS
BeaconWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PBEACON beacon = DeviceObject->DeviceExtension;

    KeWaitForSingleObject(&beacon->Ready, Executive, KernelMode, FALSE, NULL);
    KeWaitForSingleObject(&beacon->Mutex, Executive, KernelMode, FALSE, NULL);
    beacon->Level++;
    KeReleaseMutex(&beacon->Mutex, FALSE);
    return STATUS_SUCCESS;
}
