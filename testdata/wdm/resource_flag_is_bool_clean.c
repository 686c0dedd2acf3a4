/* Flags as C99 writes them, resources by their old names, and a lock that is given back by way of an object that points back. */
#include <ntifs.h>
#include <stdbool.h>

struct _VOLUME;

typedef struct _DISK {
    ERESOURCE ChildLock;
    LIST_ENTRY Children;
    struct _VOLUME *Volume;
    LONG Count;
} DISK, *PDISK;

typedef struct _VOLUME {
    PDISK Disk;
    LONG Mounted;
} VOLUME, *PVOLUME;

_Dispatch_type_(IRP_MJ_READ)
DRIVER_DISPATCH DiskRead;
_Dispatch_type_(IRP_MJ_PNP)
DRIVER_DISPATCH DiskPnp;

NTSTATUS DiskRead(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PDISK disk = DeviceObject->DeviceExtension;
    NTSTATUS status;
    bool acquired = false;

    KeEnterCriticalRegion();
    if (!ExIsResourceAcquiredShared(&disk->ChildLock)) {
        ExAcquireResourceShared(&disk->ChildLock, true);
        acquired = true;
    }
    try {
        status = DiskCopy(disk, Irp);
    } except (EXCEPTION_EXECUTE_HANDLER) {
        status = GetExceptionCode();
    }
    if (acquired) {
        ExReleaseResource(&disk->ChildLock);
    }
    KeLeaveCriticalRegion();
    return DiskComplete(Irp, status);
}

static VOID DiskRemoveChild(PVOLUME volume)
{
    PDISK disk = volume->Disk;

    disk->Count--;
    ExReleaseResourceLite(&disk->ChildLock);
}

NTSTATUS DiskPnp(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PDISK disk = DeviceObject->DeviceExtension;
    bool changed = false;

    KeEnterCriticalRegion();
    ExAcquireResourceExclusiveLite(&disk->ChildLock, true);
    if (disk->Volume->Mounted != 0) {
        DiskRemoveChild(disk->Volume);
        changed = true;
    }
    if (!changed) {
        ExReleaseResourceLite(&disk->ChildLock);
    }
    KeLeaveCriticalRegion();
    return DiskComplete(Irp, STATUS_SUCCESS);
}
