/* The return in the middle releases both locks. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _MIXER_CONTEXT {
    WDFSPINLOCK LeftLock;
    WDFSPINLOCK RightLock;
    ULONG LeftVolume;
    ULONG RightVolume;
    BOOLEAN Muted;
} MIXER_CONTEXT, *PMIXER_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(MIXER_CONTEXT, MixerGetContext)

EVT_WDF_DEVICE_D0_EXIT MixerEvtDeviceD0Exit;

NTSTATUS
MixerEvtDeviceD0Exit(
    _In_ WDFDEVICE Device,
    _In_ WDF_POWER_DEVICE_STATE TargetState
    )
{
    PMIXER_CONTEXT mixer = MixerGetContext(Device);

    UNREFERENCED_PARAMETER(TargetState);

    WdfSpinLockAcquire(mixer->LeftLock);
    WdfSpinLockAcquire(mixer->RightLock);

    if (mixer->Muted) {
        WdfSpinLockRelease(mixer->RightLock);
        WdfSpinLockRelease(mixer->LeftLock);
        return STATUS_SUCCESS;
    }

    mixer->LeftVolume = 0;
    mixer->RightVolume = 0;
    mixer->Muted = TRUE;

    WdfSpinLockRelease(mixer->RightLock);
    WdfSpinLockRelease(mixer->LeftLock);
    return STATUS_SUCCESS;
}
