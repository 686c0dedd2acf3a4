/* The callee deletes the resource with what it belongs to when nobody needs it any more, and tells so. */
#include <ntifs.h>

typedef struct _STALL {
    ERESOURCE Resource;
    LONG References;
} STALL, *PSTALL;

DRIVER_DISPATCH StallDispatchClose;

static BOOLEAN
StallDeleteUnused(
    _Inout_ PSTALL Stall
    )
{
    if (Stall->References > 0) {
        return FALSE;
    }
    ExDeleteResourceLite(&Stall->Resource);
    ExFreePool(Stall);
    return TRUE;
}

NTSTATUS
StallDispatchClose(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PSTALL stall = *(PSTALL *)DeviceObject->DeviceExtension;
    BOOLEAN deleted;

    KeEnterCriticalRegion();
    ExAcquireResourceExclusiveLite(&stall->Resource, TRUE);
    stall->References--;
    deleted = StallDeleteUnused(stall);
    if (!deleted) {
        ExReleaseResourceLite(&stall->Resource);
    }
    KeLeaveCriticalRegion();
    return STATUS_SUCCESS;
}
