/* Every way out gives back what was taken. */
#include <ntifs.h>

typedef struct _OAR {
    FAST_MUTEX Mutex;
    ULONG Level;
    ULONG Limit;
} OAR, *POAR;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH OarWrite;

NTSTATUS
OarWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    POAR oar = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;

    ExAcquireFastMutex(&oar->Mutex);
    if (oar->Level + amount > oar->Limit) {
        ExReleaseFastMutex(&oar->Mutex);
        return STATUS_INVALID_PARAMETER;
    }
    oar->Level += amount;
    ExReleaseFastMutex(&oar->Mutex);
    return STATUS_SUCCESS;
}
