/* Constant controls: if (1), do { } while (0) with break as a way out, while (1) with break. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _QUAY_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Ships;
    ULONG Berths;
} QUAY_CONTEXT, *PQUAY_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(QUAY_CONTEXT, QuayGetContext)

EVT_WDF_DEVICE_D0_ENTRY QuayEvtDeviceD0Entry;

NTSTATUS
QuayEvtDeviceD0Entry(
    _In_ WDFDEVICE Device,
    _In_ WDF_POWER_DEVICE_STATE PreviousState
    )
{
    PQUAY_CONTEXT quay = QuayGetContext(Device);
    NTSTATUS status = STATUS_SUCCESS;

    UNREFERENCED_PARAMETER(PreviousState);

    if (1) {
        WdfSpinLockAcquire(quay->Lock);
    }
    do {
        if (quay->Berths == 0) {
            status = STATUS_INSUFFICIENT_RESOURCES;
            break;
        }
        if (quay->Ships > quay->Berths) {
            status = STATUS_INVALID_DEVICE_STATE;
            break;
        }
        quay->Ships = 0;
    } while (0);
    while (1) {
        WdfSpinLockRelease(quay->Lock);
        break;
    }

    return status;
}
