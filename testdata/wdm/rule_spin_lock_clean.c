/* The nested block relies on what the function has taken. */
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
        cask->Level = cask->Limit;
    }
    KeReleaseSpinLock(&cask->Lock, irql);
    return STATUS_SUCCESS;
}
