/* The nested block takes what the function has already. */
#include <ntifs.h>

typedef struct _LOOM {
    ERESOURCE Resource;
    ULONG Level;
    ULONG Limit;
} LOOM, *PLOOM;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH LoomWrite;

NTSTATUS
LoomWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PLOOM loom = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;

    KeEnterCriticalRegion();
    ExAcquireResourceSharedLite(&loom->Resource, TRUE);
    loom->Level += amount;
    if (loom->Level > loom->Limit) {
        ExAcquireResourceExclusiveLite(&loom->Resource, TRUE);  // expect: wdm/ExclusiveResourceAccess lock=&loom->Resource acquire=23 kind=taken-twice
        loom->Level = loom->Limit;
    }
    ExReleaseResourceLite(&loom->Resource);
    KeLeaveCriticalRegion();
    return STATUS_SUCCESS;
}
