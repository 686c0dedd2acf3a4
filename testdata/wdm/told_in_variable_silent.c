/* The helper may let go of the resource, and says in a variable of its caller whether it did. */
#include <ntifs.h>

typedef struct _KILN {
    ERESOURCE Resource;
    LIST_ENTRY Requests;
    ULONG Fires;
} KILN, *PKILN;

DRIVER_DISPATCH KilnCleanup;

static VOID
KilnAbort(
    _In_ PKILN Kiln,
    _Inout_ PBOOLEAN Locked
    )
{
    while (!IsListEmpty(&Kiln->Requests)) {
        if (*Locked) {
            ExReleaseResourceLite(&Kiln->Resource);
            *Locked = FALSE;
        }
        Kiln->Fires--;
    }
}

NTSTATUS
KilnCleanup(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PKILN kiln = DeviceObject->DeviceExtension;
    BOOLEAN locked;

    UNREFERENCED_PARAMETER(Irp);
    KeEnterCriticalRegion();
    ExAcquireResourceExclusiveLite(&kiln->Resource, TRUE);
    locked = TRUE;
    KilnAbort(kiln, &locked);
    if (locked) {
        ExReleaseResourceLite(&kiln->Resource);
    }
    KeLeaveCriticalRegion();
    return STATUS_SUCCESS;
}
