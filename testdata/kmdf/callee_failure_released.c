/* The callee that failed has not the lock, yet its caller releases in the common way out. */
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
        goto Exit;
    }
    oven->Temperature = 20;

Exit:
    WdfSpinLockRelease(oven->Lock);  // expect: WdfSpinlockRelease lock=oven->Lock kind=not-held
    return status;
}
