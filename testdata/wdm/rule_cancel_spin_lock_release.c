/* The check between acquire and release returns and forgets the release. */
#include <ntifs.h>

typedef struct _GRANARY {
    ULONG Level;
    ULONG Limit;
} GRANARY, *PGRANARY;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH GranaryWrite;

NTSTATUS
GranaryWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PGRANARY granary = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;
    KIRQL irql;

    IoAcquireCancelSpinLock(&irql);
    if (granary->Level + amount > granary->Limit) {
        return STATUS_INVALID_PARAMETER;  // expect: wdm/CancelSpinLockRelease lock=cancel spin lock acquire=22
    }
    granary->Level += amount;
    IoReleaseCancelSpinLock(irql);
    return STATUS_SUCCESS;
}
