/* The nested block relies on what the function has taken. */
#include <ntifs.h>

typedef struct _HEARTH {
    KSPIN_LOCK Lock;
    ULONG Level;
    ULONG Limit;
} HEARTH, *PHEARTH;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH HearthWrite;

NTSTATUS
HearthWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PHEARTH hearth = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;
    KLOCK_QUEUE_HANDLE handle;

    KeAcquireInStackQueuedSpinLock(&hearth->Lock, &handle);
    hearth->Level += amount;
    if (hearth->Level > hearth->Limit) {
        hearth->Level = hearth->Limit;
    }
    KeReleaseInStackQueuedSpinLock(&handle);
    return STATUS_SUCCESS;
}
