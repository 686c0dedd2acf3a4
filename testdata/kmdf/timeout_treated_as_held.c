/* STATUS_TIMEOUT passes NT_SUCCESS, but the lock was not taken. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _CHEST_CONTEXT {
    WDFWAITLOCK Lock;
    ULONG Level;
} CHEST_CONTEXT, *PCHEST_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(CHEST_CONTEXT, ChestGetContext)

EVT_WDF_IO_QUEUE_IO_WRITE ChestEvtIoWrite;

VOID
ChestEvtIoWrite(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PCHEST_CONTEXT chest = ChestGetContext(WdfIoQueueGetDevice(Queue));
    LONGLONG timeout = WDF_REL_TIMEOUT_IN_MS(10);
    NTSTATUS status;

    status = WdfWaitLockAcquire(chest->Lock, &timeout);
    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(Request, STATUS_DEVICE_BUSY);
        return;
    }
    chest->Level++;
    WdfWaitLockRelease(chest->Lock);  // expect: WaitLockTimeoutTreatedAsHeld lock=chest->Lock kind=not-held
    WdfRequestComplete(Request, STATUS_SUCCESS);
}
