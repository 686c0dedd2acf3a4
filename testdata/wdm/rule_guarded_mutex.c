/* The check between acquire and release returns and forgets the release. */
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
        return STATUS_INVALID_PARAMETER;  // expect: wdm/GuardedMutex lock=&pulley->Mutex acquire=22
    }
    pulley->Level += amount;
    KeReleaseGuardedMutex(&pulley->Mutex);
    return STATUS_SUCCESS;
}
