/* Every way out gives back what was taken. */
#include <ntifs.h>

typedef struct _VAT {
    ULONG Level;
    ULONG Limit;
} VAT, *PVAT;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH VatWrite;

NTSTATUS
VatWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PVAT vat = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;
    KIRQL irql;

    IoAcquireVpbSpinLock(&irql);
    if (vat->Level + amount > vat->Limit) {
        IoReleaseVpbSpinLock(irql);
        return STATUS_INVALID_PARAMETER;
    }
    vat->Level += amount;
    IoReleaseVpbSpinLock(irql);
    return STATUS_SUCCESS;
}
