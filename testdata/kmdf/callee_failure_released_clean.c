/* The caller goes to the release only when the callee has succeeded in taking the lock. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _OVEN_CONTEXT {
    WDFSPINLOCK Lock;
    BOOLEAN DoorOpen;
    ULONG Temperature;
} OVEN_CONTEXT, *POVEN_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(OVEN_CONTEXT, OvenGetContext)

EVT_WDF_DEVICE_SELF_MANAGED_IO_INIT OvenEvtSelfManagedIoInit;

static BOOLEAN
OvenTryEnter(
    _In_ POVEN_CONTEXT Oven
    )
{
    if (Oven->DoorOpen) {
        return FALSE;
    }
    WdfSpinLockAcquire(Oven->Lock);
    return TRUE;
}

NTSTATUS
OvenEvtSelfManagedIoInit(
    _In_ WDFDEVICE Device
    )
{
    POVEN_CONTEXT oven = OvenGetContext(Device);
    NTSTATUS status = STATUS_SUCCESS;

    if (!OvenTryEnter(oven)) {
        status = STATUS_DEVICE_NOT_READY;
        return status;
    }
    oven->Temperature = 20;

    WdfSpinLockRelease(oven->Lock);
    return status;
}
