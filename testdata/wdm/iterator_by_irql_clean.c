/* An iterator keeps the resource from its first element to its last, where the IRQL is low enough to take it. */
#include <ntifs.h>

typedef struct _PEARL {
    struct _PEARL *Next;
    ULONG Size;
} PEARL, *PPEARL;

static ERESOURCE StringResource;
static PPEARL FirstPearl;

DRIVER_DISPATCH StringRead;

static PPEARL
StringFirst(
    VOID
    )
{
    PPEARL pearl;
    int locked;

    if (locked = (KeGetCurrentIrql() == PASSIVE_LEVEL)) {
        ExAcquireResourceSharedLite(&StringResource, TRUE);
    }
    if (FirstPearl != NULL) {
        pearl = CONTAINING_RECORD(FirstPearl, PEARL, Next);
    } else {
        if (locked != 0) {
            ExReleaseResourceLite(&StringResource);
        }
        pearl = NULL;
    }
    return pearl;
}

static PPEARL
StringNext(
    _In_ PPEARL Pearl
    )
{
    PPEARL pearl;

    if (Pearl->Next != FirstPearl) {
        pearl = CONTAINING_RECORD(Pearl->Next, PEARL, Next);
    } else {
        if (KeGetCurrentIrql() == PASSIVE_LEVEL) {
            ExReleaseResourceLite(&StringResource);
        }
        pearl = NULL;
    }
    return pearl;
}

NTSTATUS
StringRead(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PPEARL pearl;

    UNREFERENCED_PARAMETER(DeviceObject);
    KeEnterCriticalRegion();
    for (pearl = StringFirst(); pearl != NULL; pearl = StringNext(pearl)) {
        Irp->IoStatus.Information += pearl->Size;
    }
    KeLeaveCriticalRegion();
    return STATUS_SUCCESS;
}
