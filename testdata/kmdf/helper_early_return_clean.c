/* Every exit of the helper leaves without the lock, whatever it returns. */
#include <ntddk.h>
#include <wdf.h>

#define QUEUE_LENGTH 64

typedef struct _SORTER_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Used;
    ULONG Parcels[QUEUE_LENGTH];
} SORTER_CONTEXT, *PSORTER_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(SORTER_CONTEXT, SorterGetContext)

EVT_WDF_IO_QUEUE_IO_WRITE SorterEvtIoWrite;
EVT_WDF_TIMER SorterEvtTestTimer;

static NTSTATUS
SorterPush(
    _In_ PSORTER_CONTEXT Sorter,
    _In_ ULONG Parcel
    )
{
    if (Parcel == 0) {
        return STATUS_INVALID_PARAMETER;
    }

    WdfSpinLockAcquire(Sorter->Lock);
    if (Sorter->Used == QUEUE_LENGTH) {
        WdfSpinLockRelease(Sorter->Lock);
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    Sorter->Parcels[Sorter->Used++] = Parcel;
    WdfSpinLockRelease(Sorter->Lock);
    return STATUS_SUCCESS;
}

VOID
SorterEvtIoWrite(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PSORTER_CONTEXT sorter = SorterGetContext(WdfIoQueueGetDevice(Queue));
    PULONG parcel;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Length);

    status = WdfRequestRetrieveInputBuffer(Request, sizeof(ULONG), (PVOID *)&parcel, NULL);
    if (NT_SUCCESS(status)) {
        status = SorterPush(sorter, *parcel);
    }
    WdfRequestComplete(Request, status);
}

VOID
SorterEvtTestTimer(
    _In_ WDFTIMER Timer
    )
{
    PSORTER_CONTEXT sorter = SorterGetContext(WdfTimerGetParentObject(Timer));

    if (!NT_SUCCESS(SorterPush(sorter, 1))) {
        KdPrint(("sorter: test parcel refused\n"));
    }
}
