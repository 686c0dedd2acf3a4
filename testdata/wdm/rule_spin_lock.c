/* The nested block takes what the function has already. */
#include <ntifs.h>

typedef struct _CASK {
    KSPIN_LOCK Lock;
    ULONG Level;
    ULONG Limit;
} CASK, *PCASK;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH CaskWrite;

NTSTATUS
CaskWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PCASK cask = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;
    KIRQL irql;

    KeAcquireSpinLock(&cask->Lock, &irql);
    cask->Level += amount;
    if (cask->Level > cask->Limit) {
        KeAcquireSpinLock(&cask->Lock, &irql);  // expect: wdm/SpinLock lock=&cask->Lock acquire=23 kind=taken-twice
        cask->Level = cask->Limit;
    }
    KeReleaseSpinLock(&cask->Lock, irql);
    return STATUS_SUCCESS;
}
