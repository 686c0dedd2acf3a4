/* The check between acquire and release returns and forgets the release. */
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
        return STATUS_INVALID_PARAMETER;  // expect: wdm/VpbSpinLock lock=VPB spin lock acquire=22
    }
    vat->Level += amount;
    IoReleaseVpbSpinLock(irql);
    return STATUS_SUCCESS;
}
