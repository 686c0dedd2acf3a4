/* The failure gives the resource back by another name, by which nobody takes it: not held so, but not left held, either. */
#include <ntifs.h>

typedef struct _TILE {
    ERESOURCE Resource;
    ULONG Color;
} TILE, *PTILE;

typedef struct _GROUT {
    PTILE Tile;
} GROUT, *PGROUT;

DRIVER_DISPATCH TileDispatchCleanup;

NTSTATUS TileDelete(_Inout_ PTILE Tile);

NTSTATUS
TileDispatchCleanup(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(Irp);
    PTILE tile = stack->FileObject->FsContext;
    PGROUT grout = stack->FileObject->FsContext2;
    NTSTATUS status;

    KeEnterCriticalRegion();
    ExAcquireResourceExclusiveLite(&tile->Resource, TRUE);
    status = TileDelete(tile);
    if (!NT_SUCCESS(status)) {
        ExReleaseResourceLite(&grout->Tile->Resource);  // expect: wdm/ExclusiveResourceAccessRelease kind=not-held lock=&grout->Tile->Resource confidence=medium
        KeLeaveCriticalRegion();
        return status;
    }
    ExReleaseResourceLite(&tile->Resource);
    KeLeaveCriticalRegion();
    return status;
}
