/* The nested block takes what the function has already. */
#include <ntifs.h>

typedef struct _FERRY {
    ULONG Level;
    ULONG Limit;
} FERRY, *PFERRY;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH FerryWrite;

NTSTATUS
FerryWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PFERRY ferry = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;
    KIRQL irql;

    IoAcquireCancelSpinLock(&irql);
    ferry->Level += amount;
    if (ferry->Level > ferry->Limit) {
        IoAcquireCancelSpinLock(&irql);  // expect: wdm/CancelSpinLock lock=cancel spin lock acquire=22 kind=taken-twice
        ferry->Level = ferry->Limit;
    }
    IoReleaseCancelSpinLock(irql);
    return STATUS_SUCCESS;
}
