/* The completion routine gives back the resource for the thread that sent the request, as it was told to. */
#include <ntifs.h>

typedef struct _ERRAND {
    PERESOURCE Resource;
    ERESOURCE_THREAD Thread;
} ERRAND, *PERRAND;

IO_COMPLETION_ROUTINE ErrandDone;

NTSTATUS
ErrandDone(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp,
    _In_ PVOID Context
    )
{
    PERRAND errand = Context;

    UNREFERENCED_PARAMETER(DeviceObject);
    UNREFERENCED_PARAMETER(Irp);
    ExReleaseResourceForThreadLite(errand->Resource, errand->Thread);
    return STATUS_SUCCESS;
}
