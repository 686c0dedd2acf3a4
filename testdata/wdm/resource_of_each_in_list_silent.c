/* The resource of each thing in the list is taken in one loop and given back in another: its name stands for many. */
#include <ntifs.h>

typedef struct _CARRIAGE {
    LIST_ENTRY Links;
    ERESOURCE Resource;
    BOOLEAN Full;
} CARRIAGE, *PCARRIAGE;

DRIVER_DISPATCH TrainFlush;

static LIST_ENTRY Train;

NTSTATUS
TrainFlush(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PLIST_ENTRY link;
    PCARRIAGE carriage;

    UNREFERENCED_PARAMETER(DeviceObject);
    UNREFERENCED_PARAMETER(Irp);
    KeEnterCriticalRegion();
    for (link = Train.Flink; link != &Train; link = link->Flink) {
        carriage = CONTAINING_RECORD(link, CARRIAGE, Links);
        ExAcquireResourceExclusiveLite(&carriage->Resource, TRUE);
        if (carriage->Full) {
            continue;
        }
        ExReleaseResourceLite(&carriage->Resource);
    }
    for (link = Train.Flink; link != &Train; link = link->Flink) {
        carriage = CONTAINING_RECORD(link, CARRIAGE, Links);
        if (carriage->Full) {
            ExReleaseResourceLite(&carriage->Resource);
        }
    }
    KeLeaveCriticalRegion();
    return STATUS_SUCCESS;
}
