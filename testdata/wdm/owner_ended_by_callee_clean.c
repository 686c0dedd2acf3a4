/* The callee ends the object with its resource, where nobody needs it any more, and its parents likewise; it tells by a variable. */
#include <ntifs.h>

typedef enum _HOW {
    HowExclusive,
    HowShared
} HOW;

typedef struct _NEST {
    ERESOURCE Resource;
    struct _NEST *Parent;
    LIST_ENTRY Links;
    LONG References;
} NEST, *PNEST;

DRIVER_DISPATCH NestDispatchClose;
DRIVER_DISPATCH NestDispatchCleanup;

static BOOLEAN
NestAcquire(
    _In_ PERESOURCE Resource,
    _In_ HOW How
    )
{
    switch (How) {
    case HowExclusive:
        return ExAcquireResourceExclusiveLite(Resource, TRUE);
    case HowShared:
        return ExAcquireResourceSharedLite(Resource, TRUE);
    default:
        return FALSE;
    }
}

static VOID
NestDelete(
    _In_ PNEST Nest
    )
{
    ExDeleteResourceLite(&Nest->Resource);
    ExFreePool(Nest);
}

static VOID
NestTearDown(
    _In_ PNEST Nest,
    _Out_ PBOOLEAN Removed
    )
{
    PNEST current = Nest;
    PNEST parent;

    *Removed = FALSE;
    do {
        if (current->References != 0) {
            break;
        }
        parent = current->Parent;
        NestDelete(current);
        if (current == Nest) {
            *Removed = TRUE;
        }
        current = parent;
    } while (current != NULL);
}

static BOOLEAN
NestClose(
    _In_ PNEST Nest
    )
{
    BOOLEAN removed;

    if (!NestAcquire(&Nest->Resource, HowExclusive)) {
        return FALSE;
    }
    Nest->References--;
    NestTearDown(Nest, &removed);
    if (!removed) {
        ExReleaseResourceLite(&Nest->Resource);
    }
    NestTrace();
    return TRUE;
}

NTSTATUS
NestDispatchClose(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    KeEnterCriticalRegion();
    NestClose(*(PNEST *)DeviceObject->DeviceExtension);
    KeLeaveCriticalRegion();
    return STATUS_SUCCESS;
}

static BOOLEAN
NestTearDownLinked(
    _In_ PLIST_ENTRY Links
    )
{
    BOOLEAN removed;

    NestTearDown(CONTAINING_RECORD(Links, NEST, Links), &removed);
    return removed;
}

static VOID
NestCloseLinked(
    _In_ PLIST_ENTRY Links
    )
{
    PNEST nest = CONTAINING_RECORD(Links, NEST, Links);
    BOOLEAN removed;

    ExAcquireResourceExclusiveLite(&nest->Resource, TRUE);
    removed = NestTearDownLinked(Links);
    if (!removed) {
        ExReleaseResourceLite(&nest->Resource);
    }
}

NTSTATUS
NestDispatchCleanup(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    KeEnterCriticalRegion();
    NestCloseLinked(*(PLIST_ENTRY *)DeviceObject->DeviceExtension);
    KeLeaveCriticalRegion();
    return STATUS_SUCCESS;
}
