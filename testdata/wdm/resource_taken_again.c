/* The resource may be taken again while it is held, but then it must be given back twice. */
#include <ntifs.h>

typedef struct _BARN {
    ERESOURCE Resource;
    ULONG Count;
} BARN, *PBARN;

DRIVER_DISPATCH BarnWrite;

NTSTATUS
BarnWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PBARN barn = DeviceObject->DeviceExtension;

    UNREFERENCED_PARAMETER(Irp);
    KeEnterCriticalRegion();
    ExAcquireResourceExclusiveLite(&barn->Resource, TRUE);
    ExAcquireResourceExclusiveLite(&barn->Resource, TRUE);
    barn->Count++;
    ExReleaseResourceLite(&barn->Resource);
    KeLeaveCriticalRegion();
    return STATUS_SUCCESS;  // expect: wdm/ExclusiveResourceAccessRelease lock=&barn->Resource acquire=22
}
