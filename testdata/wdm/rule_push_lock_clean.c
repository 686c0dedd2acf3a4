/* Every way out gives back what was taken. */
#include <ntifs.h>

typedef struct _RATCHET {
    EX_PUSH_LOCK Lock;
    ULONG Level;
    ULONG Limit;
} RATCHET, *PRATCHET;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH RatchetWrite;

NTSTATUS
RatchetWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PRATCHET ratchet = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;

    ExAcquirePushLockExclusive(&ratchet->Lock);
    if (ratchet->Level + amount > ratchet->Limit) {
        ExReleasePushLockExclusive(&ratchet->Lock);
        return STATUS_INVALID_PARAMETER;
    }
    ratchet->Level += amount;
    ExReleasePushLockExclusive(&ratchet->Lock);
    return STATUS_SUCCESS;
}
