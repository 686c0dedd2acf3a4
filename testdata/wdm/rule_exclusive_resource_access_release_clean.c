/* Every way out gives back what was taken. */
#include <ntifs.h>

typedef struct _MALLET {
    ERESOURCE Resource;
    ULONG Level;
    ULONG Limit;
} MALLET, *PMALLET;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH MalletWrite;

NTSTATUS
MalletWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PMALLET mallet = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;

    KeEnterCriticalRegion();
    ExAcquireResourceExclusiveLite(&mallet->Resource, TRUE);
    if (mallet->Level + amount > mallet->Limit) {
        ExReleaseResourceLite(&mallet->Resource);
        KeLeaveCriticalRegion();
        return STATUS_INVALID_PARAMETER;
    }
    mallet->Level += amount;
    ExReleaseResourceLite(&mallet->Resource);
    KeLeaveCriticalRegion();
    return STATUS_SUCCESS;
}
