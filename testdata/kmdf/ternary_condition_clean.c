/* The status of a conditional expression is returned after the release. */
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
    door->Openings = door->Bolted ? door->Openings : 0;
    WdfSpinLockRelease(door->Lock);

    return status;
}
