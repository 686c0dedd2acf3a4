/* The nested block relies on what the function has taken. */
#include <ntifs.h>

typedef struct _DRUM {
    KSPIN_LOCK Lock;
    ULONG Level;
    ULONG Limit;
} DRUM, *PDRUM;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH DrumWrite;

NTSTATUS
DrumWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PDRUM drum = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;
    KIRQL irql;

    irql = KeAcquireSpinLockRaiseToDpc(&drum->Lock);
    drum->Level += amount;
    if (drum->Level > drum->Limit) {
        drum->Level = drum->Limit;
    }
    KeReleaseSpinLock(&drum->Lock, irql);
    return STATUS_SUCCESS;
}
