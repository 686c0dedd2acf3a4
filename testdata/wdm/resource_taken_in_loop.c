/* The one resource of the device is taken each time round, and given back on some rounds only. */
#include <ntifs.h>

typedef struct _WHEEL {
    ERESOURCE Resource;
    ULONG Rounds;
    ULONG Spokes[8];
} WHEEL, *PWHEEL;

DRIVER_DISPATCH WheelWrite;

NTSTATUS
WheelWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PWHEEL wheel = DeviceObject->DeviceExtension;
    ULONG index;

    UNREFERENCED_PARAMETER(Irp);
    KeEnterCriticalRegion();
    for (index = 0; index < 8; index++) {
        ExAcquireResourceExclusiveLite(&wheel->Resource, TRUE);
        if (wheel->Spokes[index] == 0) {
            continue;
        }
        wheel->Rounds++;
        ExReleaseResourceLite(&wheel->Resource);
    }
    KeLeaveCriticalRegion();
    return STATUS_SUCCESS;  // expect: wdm/ExclusiveResourceAccessRelease lock=&wheel->Resource acquire=24 confidence=medium
}
