/* The check between acquire and release returns and forgets the release. */
#include <ntifs.h>

typedef struct _TROWEL {
    PKINTERRUPT Interrupt;
    ULONG Level;
    ULONG Limit;
} TROWEL, *PTROWEL;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH TrowelWrite;

NTSTATUS
TrowelWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PTROWEL trowel = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;
    KIRQL irql;

    irql = KeAcquireInterruptSpinLock(trowel->Interrupt);
    if (trowel->Level + amount > trowel->Limit) {
        return STATUS_INVALID_PARAMETER;  // expect: wdm/InterruptSpinLock lock=trowel->Interrupt acquire=23
    }
    trowel->Level += amount;
    KeReleaseInterruptSpinLock(trowel->Interrupt, irql);
    return STATUS_SUCCESS;
}
