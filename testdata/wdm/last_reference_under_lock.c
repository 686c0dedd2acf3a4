/* Who drops a reference and has the lock takes it again if the reference was the last, which he may know it is not. */
#include <ntddk.h>

typedef struct _LIBRARY {
    KSPIN_LOCK Lock;
    LONG Readers;
    LONG Books;
} LIBRARY, *PLIBRARY;

DRIVER_DISPATCH LibraryCleanup;
DRIVER_DISPATCH LibraryClose;

static VOID
LibraryShut(
    _In_ PLIBRARY Library
    )
{
    KIRQL irql;

    KeAcquireSpinLock(&Library->Lock, &irql);  // expect: wdm/SpinLock lock=&Library->Lock acquire=48 kind=taken-twice confidence=medium
    Library->Books = 0;
    KeReleaseSpinLock(&Library->Lock, irql);
}

static VOID
LibraryLeave(
    _In_ PLIBRARY Library
    )
{
    LONG left;

    left = InterlockedDecrement(&Library->Readers);
    if (left < 0) {
        LibraryShut(Library);
    }
}

NTSTATUS
LibraryCleanup(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PLIBRARY library = DeviceObject->DeviceExtension;
    KIRQL irql;

    UNREFERENCED_PARAMETER(Irp);
    KeAcquireSpinLock(&library->Lock, &irql);
    LibraryLeave(library);
    KeReleaseSpinLock(&library->Lock, irql);
    return STATUS_SUCCESS;
}

static VOID
LibraryLend(
    _In_ PLIBRARY Library
    )
{
    KIRQL irql;

    KeAcquireSpinLock(&Library->Lock, &irql);  // expect: wdm/SpinLock lock=&Library->Lock acquire=86 kind=taken-twice
    Library->Books--;
    KeReleaseSpinLock(&Library->Lock, irql);
}

static VOID
LibraryReturn(
    _In_ PLIBRARY Library
    )
{
    if (InterlockedDecrement(&Library->Readers) != 0) {
        LibraryLend(Library);
    }
}

NTSTATUS
LibraryClose(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PLIBRARY library = DeviceObject->DeviceExtension;
    KIRQL irql;

    UNREFERENCED_PARAMETER(Irp);
    KeAcquireSpinLock(&library->Lock, &irql);
    LibraryReturn(library);
    KeReleaseSpinLock(&library->Lock, irql);
    return STATUS_SUCCESS;
}
