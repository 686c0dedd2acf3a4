/* A thread of the system is not suspended: the work item needs no critical region for its resource. */
#include <ntifs.h>

typedef struct _SCRUBBER {
    ERESOURCE Resource;
    ULONG Dirt;
} SCRUBBER, *PSCRUBBER;

IO_WORKITEM_ROUTINE ScrubberWork;

VOID
ScrubberWork(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_opt_ PVOID Context
    )
{
    PSCRUBBER scrubber = Context;

    UNREFERENCED_PARAMETER(DeviceObject);
    ExAcquireResourceExclusiveLite(&scrubber->Resource, TRUE);
    scrubber->Dirt = 0;
    ExReleaseResourceLite(&scrubber->Resource);
}
