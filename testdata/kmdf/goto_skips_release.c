/* The error path jumps past the release instead of to it. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _LAMP_CONTEXT {
    WDFSPINLOCK StateLock;
    volatile ULONG *Control;
    ULONG Brightness;
    BOOLEAN Powered;
} LAMP_CONTEXT, *PLAMP_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(LAMP_CONTEXT, LampGetContext)

EVT_WDF_DEVICE_D0_ENTRY LampEvtDeviceD0Entry;

NTSTATUS
LampEvtDeviceD0Entry(
    _In_ WDFDEVICE Device,
    _In_ WDF_POWER_DEVICE_STATE PreviousState
    )
{
    PLAMP_CONTEXT lamp = LampGetContext(Device);
    NTSTATUS status = STATUS_SUCCESS;

    UNREFERENCED_PARAMETER(PreviousState);

    if (lamp->Control == NULL) {
        status = STATUS_DEVICE_NOT_READY;
        goto Exit;
    }

    WdfSpinLockAcquire(lamp->StateLock);

    WRITE_REGISTER_ULONG(lamp->Control, lamp->Brightness);
    if (READ_REGISTER_ULONG(lamp->Control) != lamp->Brightness) {
        status = STATUS_DEVICE_DATA_ERROR;
        goto Exit;
    }
    lamp->Powered = TRUE;

    WdfSpinLockRelease(lamp->StateLock);

Exit:
    return status;  // expect: WdfSpinlockRelease lock=lamp->StateLock acquire=32
}
