/* A truth is compared with TRUE: a lock that was taken is given back. */
#include <ntddk.h>

typedef struct _VOLUME {
    ERESOURCE Session;
    ULONG State;
} VOLUME, *PVOLUME;

DRIVER_DISPATCH VolumeRead;
DRIVER_DISPATCH VolumeWrite;
DRIVER_DISPATCH VolumeFlush;

static BOOLEAN
VolumeEnter(
    _In_ PVOLUME Volume
    )
{
    BOOLEAN taken;

    KeEnterCriticalRegion();
    taken = ExAcquireResourceExclusiveLite(&Volume->Session, FALSE);
    if (taken == FALSE) {
        KeLeaveCriticalRegion();
    }
    return taken;
}

static VOID
VolumeLeave(
    _In_ PVOLUME Volume
    )
{
    ExReleaseResourceLite(&Volume->Session);
    KeLeaveCriticalRegion();
}

NTSTATUS
VolumeRead(
    _In_ PDEVICE_OBJECT DeviceObject,
    _Inout_ PIRP Irp
    )
{
    PVOLUME volume = DeviceObject->DeviceExtension;
    BOOLEAN entered = VolumeEnter(volume);

    Irp->IoStatus.Information = volume->State;
    if (entered == TRUE) {
        VolumeLeave(volume);
    }
    return STATUS_SUCCESS;
}

NTSTATUS
VolumeWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _Inout_ PIRP Irp
    )
{
    PVOLUME volume = DeviceObject->DeviceExtension;

    if (VolumeEnter(volume) != TRUE) {
        return STATUS_DEVICE_BUSY;
    }
    volume->State = Irp->IoStatus.Status;
    VolumeLeave(volume);
    return STATUS_SUCCESS;
}

NTSTATUS
VolumeFlush(
    _In_ PDEVICE_OBJECT DeviceObject,
    _Inout_ PIRP Irp
    )
{
    PVOLUME volume = DeviceObject->DeviceExtension;

    UNREFERENCED_PARAMETER(Irp);
    if (TRUE == VolumeEnter(volume)) {
        volume->State = 0;
        VolumeLeave(volume);
    }
    return STATUS_SUCCESS;
}
