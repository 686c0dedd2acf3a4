/* A flag tells too late whether the mutex is held, in a function that tests more results of helpers than an environment has room for. */
#include <ntddk.h>

typedef struct _GARDEN {
    FAST_MUTEX Mutex;
    FAST_MUTEX Beds;
    PVOID Bed[16];
    ULONG Planted;
} GARDEN, *PGARDEN;

DRIVER_DISPATCH GardenWrite;

static PVOID
GardenPlant(
    _Inout_ PGARDEN Garden,
    _In_ ULONG Index
    )
{
    PVOID bed;

    ExAcquireFastMutex(&Garden->Beds);
    bed = Garden->Bed[Index];
    ExReleaseFastMutex(&Garden->Beds);
    return bed;
}

NTSTATUS
GardenWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PGARDEN garden = DeviceObject->DeviceExtension;
    BOOLEAN held = FALSE;

    ExAcquireFastMutex(&garden->Mutex);
    if (GardenPlant(garden, 0) == NULL) {
        goto done;
    }
    held = TRUE;
    if (GardenPlant(garden, 1) == NULL) {
        goto done;
    }
    if (GardenPlant(garden, 2) == NULL) {
        goto done;
    }
    if (GardenPlant(garden, 3) == NULL) {
        goto done;
    }
    if (GardenPlant(garden, 4) == NULL) {
        goto done;
    }
    if (GardenPlant(garden, 5) == NULL) {
        goto done;
    }
    if (GardenPlant(garden, 6) == NULL) {
        goto done;
    }
    if (GardenPlant(garden, 7) == NULL) {
        goto done;
    }
    if (GardenPlant(garden, 8) == NULL) {
        goto done;
    }
    if (GardenPlant(garden, 9) == NULL) {
        goto done;
    }
    if (GardenPlant(garden, 10) == NULL) {
        goto done;
    }
    if (GardenPlant(garden, 11) == NULL) {
        goto done;
    }
    ExReleaseFastMutex(&garden->Mutex);
    held = FALSE;
    garden->Planted = Irp->IoStatus.Status;
done:
    if (held) {
        ExReleaseFastMutex(&garden->Mutex);
    }
    return STATUS_SUCCESS; // expect: wdm/FastMutex lock=&garden->Mutex acquire=36
}
