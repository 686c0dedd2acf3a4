/* The failure gives back the resource of another file, which the function has taken, too, and leaves its own taken. */
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
    ExAcquireResourceExclusiveLite(&grout->Tile->Resource, TRUE);
    status = TileDelete(tile);
    if (!NT_SUCCESS(status)) {
        ExReleaseResourceLite(&grout->Tile->Resource);
        KeLeaveCriticalRegion();
        return status;  // expect: wdm/ExclusiveResourceAccessRelease lock=&tile->Resource acquire=29
    }
    ExReleaseResourceLite(&grout->Tile->Resource);
    ExReleaseResourceLite(&tile->Resource);
    KeLeaveCriticalRegion();
    return status;
}
