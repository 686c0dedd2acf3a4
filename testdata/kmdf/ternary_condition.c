/* The status of a conditional expression decides about a return that forgets the lock. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _DOOR_CONTEXT {
    WDFSPINLOCK Lock;
    BOOLEAN Bolted;
    ULONG Openings;
} DOOR_CONTEXT, *PDOOR_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DOOR_CONTEXT, DoorGetContext)

EVT_WDF_DEVICE_QUERY_REMOVE DoorEvtQueryRemove;

NTSTATUS
DoorEvtQueryRemove(
    _In_ WDFDEVICE Device
    )
{
    PDOOR_CONTEXT door = DoorGetContext(Device);
    NTSTATUS status;

    WdfSpinLockAcquire(door->Lock);
    status = door->Bolted ? STATUS_DEVICE_BUSY : STATUS_SUCCESS;
    if (!NT_SUCCESS(status)) {
        return status;  // expect: WdfSpinlockRelease lock=door->Lock acquire=23
    }
    door->Openings = 0;
    WdfSpinLockRelease(door->Lock);

    return status;
}
