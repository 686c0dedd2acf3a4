/* Every way out gives back what was taken. */
#include <ntifs.h>

typedef struct _PULLEY {
    KGUARDED_MUTEX Mutex;
    ULONG Level;
    ULONG Limit;
} PULLEY, *PPULLEY;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH PulleyWrite;

NTSTATUS
PulleyWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PPULLEY pulley = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;

    KeAcquireGuardedMutex(&pulley->Mutex);
    if (pulley->Level + amount > pulley->Limit) {
        KeReleaseGuardedMutex(&pulley->Mutex);
        return STATUS_INVALID_PARAMETER;
    }
    pulley->Level += amount;
    KeReleaseGuardedMutex(&pulley->Mutex);
    return STATUS_SUCCESS;
}
