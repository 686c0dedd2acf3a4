/* The callee gives up the lock for a slow step and does not take it back: its caller releases what it has not. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _CAMERA_CONTEXT {
    WDFSPINLOCK Lock;
    WDFTIMER ShutterTimer;
    ULONG Exposures;
    BOOLEAN ShutterOpen;
} CAMERA_CONTEXT, *PCAMERA_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(CAMERA_CONTEXT, CameraGetContext)

EVT_WDF_DEVICE_D0_EXIT CameraEvtDeviceD0Exit;

static VOID
CameraCloseShutter(
    _In_ PCAMERA_CONTEXT Camera
    )
{
    Camera->ShutterOpen = FALSE;
    WdfSpinLockRelease(Camera->Lock);
    (VOID)WdfTimerStop(Camera->ShutterTimer, TRUE);
}

NTSTATUS
CameraEvtDeviceD0Exit(
    _In_ WDFDEVICE Device,
    _In_ WDF_POWER_DEVICE_STATE TargetState
    )
{
    PCAMERA_CONTEXT camera = CameraGetContext(Device);

    UNREFERENCED_PARAMETER(TargetState);

    WdfSpinLockAcquire(camera->Lock);
    CameraCloseShutter(camera);
    camera->Exposures = 0;
    WdfSpinLockRelease(camera->Lock);  // expect: WdfSpinlockRelease lock=camera->Lock kind=not-held

    return STATUS_SUCCESS;
}
