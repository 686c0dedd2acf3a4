/* Every way out gives back what was taken. */
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
        IoReleaseCancelSpinLock(irql);
        return STATUS_INVALID_PARAMETER;
    }
    granary->Level += amount;
    IoReleaseCancelSpinLock(irql);
    return STATUS_SUCCESS;
}
