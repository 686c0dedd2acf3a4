/* The check between acquire and release returns and forgets the release. */
#include <ntifs.h>

typedef struct _DOWEL {
    IO_REMOVE_LOCK RemoveLock;
    ULONG Level;
    ULONG Limit;
} DOWEL, *PDOWEL;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH DowelWrite;

NTSTATUS
DowelWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PDOWEL dowel = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;

    if (IoAcquireRemoveLock(&dowel->RemoveLock, Irp) != STATUS_SUCCESS) {
        return STATUS_INVALID_PARAMETER;
    }
    if (dowel->Level + amount > dowel->Limit) {
        return STATUS_INVALID_PARAMETER;  // expect: wdm/RemoveLock lock=&dowel->RemoveLock acquire=22
    }
    dowel->Level += amount;
    IoReleaseRemoveLock(&dowel->RemoveLock, Irp);
    return STATUS_SUCCESS;
}
