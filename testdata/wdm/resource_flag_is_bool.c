/* A flag as C99 writes it is set too late: one way between the acquire and there leaves with the resource. */
#include <ntifs.h>
#include <stdbool.h>

typedef struct _DISK {
    ERESOURCE ChildLock;
    LONG Count;
} DISK, *PDISK;

_Dispatch_type_(IRP_MJ_READ)
DRIVER_DISPATCH DiskRead;

NTSTATUS DiskRead(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PDISK disk = DeviceObject->DeviceExtension;
    bool acquired = false;

    KeEnterCriticalRegion();
    ExAcquireResourceExclusive(&disk->ChildLock, true);
    if (disk->Count == 0) {
        goto done;
    }
    acquired = true;
    disk->Count--;
done:
    if (acquired) {
        ExReleaseResource(&disk->ChildLock);
    }
    KeLeaveCriticalRegion();
    return STATUS_SUCCESS;  // expect: wdm/ExclusiveResourceAccessRelease lock=&disk->ChildLock acquire=19
}
