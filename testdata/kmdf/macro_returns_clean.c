/* The macro that hides a return is used before the acquire only. */
#include <ntddk.h>
#include <wdf.h>

#define RETURN_IF_NOT(Condition, Status) if (!(Condition)) return (Status)

typedef struct _BALLOON_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Pages;
    ULONG Target;
} BALLOON_CONTEXT, *PBALLOON_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(BALLOON_CONTEXT, BalloonGetContext)

EVT_WDF_DEVICE_D0_EXIT BalloonEvtDeviceD0Exit;

NTSTATUS
BalloonEvtDeviceD0Exit(
    _In_ WDFDEVICE Device,
    _In_ WDF_POWER_DEVICE_STATE TargetState
    )
{
    PBALLOON_CONTEXT balloon = BalloonGetContext(Device);

    UNREFERENCED_PARAMETER(TargetState);

    RETURN_IF_NOT(balloon != NULL, STATUS_INVALID_PARAMETER);
    RETURN_IF_NOT(balloon->Pages <= balloon->Target, STATUS_DEVICE_BUSY);

    WdfSpinLockAcquire(balloon->Lock);
    balloon->Pages = 0;
    WdfSpinLockRelease(balloon->Lock);
    return STATUS_SUCCESS;
}
