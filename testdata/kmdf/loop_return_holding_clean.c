/* The search releases the lock before it returns its match. */
#include <ntddk.h>
#include <wdf.h>

#define SLOT_COUNT 8

typedef struct _RACK_CONTEXT {
    WDFSPINLOCK SlotLock;
    ULONG CardId[SLOT_COUNT];
    BOOLEAN Present[SLOT_COUNT];
} RACK_CONTEXT, *PRACK_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(RACK_CONTEXT, RackGetContext)

EVT_WDF_IO_QUEUE_IO_READ RackEvtIoRead;

VOID
RackEvtIoRead(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PRACK_CONTEXT rack = RackGetContext(WdfIoQueueGetDevice(Queue));
    PULONG cardId;
    NTSTATUS status;
    ULONG i;

    UNREFERENCED_PARAMETER(Length);

    status = WdfRequestRetrieveOutputBuffer(Request, sizeof(ULONG), (PVOID *)&cardId, NULL);
    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(Request, status);
        return;
    }

    WdfSpinLockAcquire(rack->SlotLock);
    for (i = 0; i < SLOT_COUNT; i++) {
        if (rack->Present[i]) {
            *cardId = rack->CardId[i];
            WdfSpinLockRelease(rack->SlotLock);
            WdfRequestCompleteWithInformation(Request, STATUS_SUCCESS, sizeof(ULONG));
            return;
        }
    }
    WdfSpinLockRelease(rack->SlotLock);

    WdfRequestComplete(Request, STATUS_NO_MORE_ENTRIES);
}
