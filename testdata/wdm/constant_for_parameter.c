/* The wrong constant: what is registered already is registered again, with the lock held. */
#include <ntifs.h>

#define BOX_GONE 1
#define BOX_LOST 2

typedef struct _BOX {
    struct _BOX *Next;
    ULONG Number;
    ULONG State;
} BOX, *PBOX;

typedef struct _DEPOT {
    FAST_MUTEX Mutex;
    PBOX Full;
    PBOX Empty;
    PBOX Lent;
    PBOX Sold;
    PBOX Broken;
    PBOX Repaired;
    ULONG Registered;
    BOOLEAN Persistent;
} DEPOT, *PDEPOT;

_Dispatch_type_(IRP_MJ_DEVICE_CONTROL)
DRIVER_DISPATCH DepotDeviceControl;

static NTSTATUS
DepotRegister(
    _In_ PDEPOT Depot,
    _In_ ULONG Number
    )
{
    ExAcquireFastMutex(&Depot->Mutex);  // expect: wdm/FastMutex lock=&Depot->Mutex acquire=113 kind=taken-twice
    Depot->Registered += Number;
    ExReleaseFastMutex(&Depot->Mutex);
    return STATUS_SUCCESS;
}

static NTSTATUS
DepotAdd(
    _In_ PDEPOT Depot,
    _In_ ULONG Number,
    _In_ BOOLEAN IsRegistered
    )
{
    PBOX full;
    PBOX empty;
    PBOX lent;
    PBOX sold;
    PBOX broken;
    PBOX repaired;

    for (full = Depot->Full; full != NULL; full = full->Next) {
        if (full->State != BOX_GONE && full->State != BOX_LOST && full->Number == Number) {
            return STATUS_OBJECT_NAME_COLLISION;
        }
    }
    for (empty = Depot->Empty; empty != NULL; empty = empty->Next) {
        if (empty->State != BOX_GONE && empty->State != BOX_LOST && empty->Number == Number) {
            return STATUS_OBJECT_NAME_COLLISION;
        }
    }
    for (lent = Depot->Lent; lent != NULL; lent = lent->Next) {
        if (lent->State != BOX_GONE && lent->State != BOX_LOST && lent->Number == Number) {
            return STATUS_OBJECT_NAME_COLLISION;
        }
    }
    for (sold = Depot->Sold; sold != NULL; sold = sold->Next) {
        if (sold->State != BOX_GONE && sold->State != BOX_LOST && sold->Number == Number) {
            return STATUS_OBJECT_NAME_COLLISION;
        }
    }
    for (broken = Depot->Broken; broken != NULL; broken = broken->Next) {
        if (broken->State != BOX_GONE && broken->State != BOX_LOST && broken->Number == Number) {
            return STATUS_OBJECT_NAME_COLLISION;
        }
    }
    for (repaired = Depot->Repaired; repaired != NULL; repaired = repaired->Next) {
        if (repaired->State != BOX_GONE && repaired->State != BOX_LOST && repaired->Number == Number) {
            return STATUS_OBJECT_NAME_COLLISION;
        }
    }
    if (Depot->Persistent && IsRegistered == FALSE) {
        return DepotRegister(Depot, Number);
    }
    return STATUS_SUCCESS;
}

static NTSTATUS
DepotAddRegistered(
    _In_ PDEPOT Depot,
    _In_ ULONG Number
    )
{
    if (Number == 0) {
        return STATUS_INVALID_PARAMETER;
    }
    return DepotAdd(Depot, Number, FALSE);
}

NTSTATUS
DepotDeviceControl(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PDEPOT depot = DeviceObject->DeviceExtension;
    ULONG number;

    UNREFERENCED_PARAMETER(Irp);
    DepotAdd(depot, 0, FALSE);
    ExAcquireFastMutex(&depot->Mutex);
    for (number = 1; number <= depot->Registered; number++) {
        DepotAddRegistered(depot, number);
    }
    ExReleaseFastMutex(&depot->Mutex);
    return STATUS_SUCCESS;
}
