/* The callee returns with the lock only when it succeeds; after that the caller has a way out without release. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _SAFE_CONTEXT {
    WDFSPINLOCK Lock;
    BOOLEAN Removed;
    ULONG Codes;
    ULONG Limit;
} SAFE_CONTEXT, *PSAFE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(SAFE_CONTEXT, SafeGetContext)

EVT_WDF_IO_QUEUE_IO_DEFAULT SafeEvtIoDefault;

_Must_inspect_result_
static NTSTATUS
SafeEnter(
    _In_ PSAFE_CONTEXT Safe
    )
{
    WdfSpinLockAcquire(Safe->Lock);
    if (Safe->Removed) {
        WdfSpinLockRelease(Safe->Lock);
        return STATUS_DEVICE_NOT_CONNECTED;
    }
    return STATUS_SUCCESS;
}

VOID
SafeEvtIoDefault(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request
    )
{
    PSAFE_CONTEXT safe = SafeGetContext(WdfIoQueueGetDevice(Queue));
    NTSTATUS status;

    status = SafeEnter(safe);
    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(Request, status);
        return;
    }

    if (safe->Codes >= safe->Limit) {
        WdfRequestComplete(Request, STATUS_INSUFFICIENT_RESOURCES);
        return;  // expect: WdfSpinlockRelease lock=safe->Lock acquire=22
    }
    safe->Codes++;
    WdfSpinLockRelease(safe->Lock);
    WdfRequestComplete(Request, STATUS_SUCCESS);
}
