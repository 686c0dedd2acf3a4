/* A critical region keeps the thread from being suspended. */
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

    KeEnterCriticalRegion();
    ExAcquireResourceExclusiveLite(&crock->Resource, TRUE);
    crock->Level++;
    ExReleaseResourceLite(&crock->Resource);
    KeLeaveCriticalRegion();
    return STATUS_SUCCESS;
}
