/* Another function of the driver returns with the resource, but this dispatch routine does not call it and gives it back untaken. */
#include <ntifs.h>

typedef struct _POND {
    ERESOURCE Resource;
    ULONG Fish;
} POND, *PPOND;

DRIVER_DISPATCH PondDispatchRead;
DRIVER_DISPATCH PondDispatchWrite;

static VOID
PondAcquire(
    _Inout_ PPOND Pond
    )
{
    KeEnterCriticalRegion();
    ExAcquireResourceExclusiveLite(&Pond->Resource, TRUE);
}

static VOID
PondRelease(
    _Inout_ PPOND Pond
    )
{
    ExReleaseResourceLite(&Pond->Resource);
    KeLeaveCriticalRegion();
}

NTSTATUS
PondDispatchRead(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PPOND pond = DeviceObject->DeviceExtension;

    PondAcquire(pond);
    Irp->Size = pond->Fish;
    PondRelease(pond);
    return STATUS_SUCCESS;
}

NTSTATUS
PondDispatchWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PPOND pond = DeviceObject->DeviceExtension;

    pond->Fish++;
    ExReleaseResourceLite(&pond->Resource);  // expect: wdm/ExclusiveResourceAccessRelease kind=not-held lock=&pond->Resource confidence=medium
    return STATUS_SUCCESS;
}
