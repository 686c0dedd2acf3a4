/* The second of the resources that are tried is not to be had, and another flag says whether the first is given back. */
#include <ntifs.h>

#define TAKE_MAIN 1
#define TAKE_PAGING 2
#define TAKE_BOOKS 4

typedef struct _SHELF {
    PERESOURCE Main;
    PERESOURCE Paging;
    ULONG Held;
    ULONG Books;
} SHELF, *PSHELF;

DRIVER_DISPATCH ShelfDispatchWrite;

static BOOLEAN
ShelfTryAcquire(
    _Inout_ PSHELF Shelf,
    _In_ ULONG Flags,
    _In_ BOOLEAN Wait
    )
{
    BOOLEAN result = TRUE;

    Flags &= ~Shelf->Held;
    if (Flags & TAKE_MAIN) {
        result = ExAcquireResourceExclusiveLite(Shelf->Main, Wait);
        if (!result) {
            return FALSE;
        }
    }
    if (Flags & TAKE_PAGING) {
        result = ExAcquireResourceExclusiveLite(Shelf->Paging, Wait);
        if (!result) {
            if (Flags & TAKE_BOOKS) {
                ExReleaseResourceLite(Shelf->Main);  // expect: wdm/ExclusiveResourceAccessRelease kind=not-held lock=Shelf->Main confidence=medium
            }
            return FALSE;  // expect: wdm/ExclusiveResourceAccessRelease lock=Shelf->Main acquire=28 confidence=medium
        }
    }
    return result;
}

NTSTATUS
ShelfDispatchWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PSHELF shelf = DeviceObject->DeviceExtension;

    if (!ShelfTryAcquire(shelf, TAKE_MAIN | TAKE_PAGING, FALSE)) {
        return STATUS_CANT_WAIT;
    }
    shelf->Books++;
    ExReleaseResourceLite(shelf->Paging);
    ExReleaseResourceLite(shelf->Main);
    return STATUS_SUCCESS;
}
