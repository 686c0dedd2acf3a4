/* A loop stores to a field of that name in other objects; the lock that the field leads to is still the one that was taken. */
#include <ntifs.h>

typedef struct _FLEET {
    ERESOURCE Resource;
    ULONG Ships;
} FLEET, *PFLEET;

typedef struct _SHIP {
    LIST_ENTRY Entry;
    PFLEET Fleet;
    PFLEET Former;
    ULONG Load;
} SHIP, *PSHIP;

DRIVER_DISPATCH ShipDispatchWrite;

static NTSTATUS
ShipRegroup(
    _Inout_ PSHIP Flagship,
    _In_ PLIST_ENTRY Others,
    _In_ ULONG Load
    )
{
    PLIST_ENTRY entry;
    NTSTATUS status = STATUS_SUCCESS;

    ExAcquireResourceExclusiveLite(&Flagship->Fleet->Resource, TRUE);
    for (entry = Others->Flink; entry != Others; entry = entry->Flink) {
        PSHIP other = CONTAINING_RECORD(entry, SHIP, Entry);

        if (other->Former != NULL) {
            other->Fleet = other->Former;
        }
    }
    if (Load > Flagship->Load) {
        status = STATUS_INVALID_PARAMETER;
    }
    ExReleaseResourceLite(&Flagship->Fleet->Resource);
    return status;
}

NTSTATUS
ShipDispatchWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PSHIP ship = DeviceObject->DeviceExtension;
    NTSTATUS status;

    KeEnterCriticalRegion();
    status = ShipRegroup(ship, &ship->Entry, Irp->Size);
    KeLeaveCriticalRegion();
    return status;
}
