/* The thread can be suspended while it owns the resource. */
#include <ntifs.h>

typedef struct _CROCK {
    ERESOURCE Resource;
    ULONG Level;
} CROCK, *PCROCK;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH CrockWrite;

NTSTATUS
CrockWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PCROCK crock = DeviceObject->DeviceExtension;

    ExAcquireResourceExclusiveLite(&crock->Resource, TRUE);  // expect: wdm/WithinCriticalRegion lock=critical region kind=forbidden-call confidence=medium
    crock->Level++;
    ExReleaseResourceLite(&crock->Resource);
    return STATUS_SUCCESS;
}
