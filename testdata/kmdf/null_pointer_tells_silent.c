/* The pointer is NULL exactly where the lock was never taken. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _PARCEL {
    ULONG Weight;
} PARCEL, *PPARCEL;

typedef struct _POST_CONTEXT {
    WDFSPINLOCK Lock;
    PPARCEL Parcel;
    ULONG Delivered;
} POST_CONTEXT, *PPOST_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(POST_CONTEXT, PostGetContext)

EVT_WDF_IO_QUEUE_IO_DEFAULT PostEvtIoDefault;

VOID
PostEvtIoDefault(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request
    )
{
    PPOST_CONTEXT post = NULL;
    PULONG weight;
    NTSTATUS status;

    status = WdfRequestRetrieveInputBuffer(Request, sizeof(ULONG), (PVOID *)&weight, NULL);
    if (!NT_SUCCESS(status)) {
        goto Exit;
    }

    post = PostGetContext(WdfIoQueueGetDevice(Queue));
    WdfSpinLockAcquire(post->Lock);
    if (post->Parcel == NULL) {
        status = STATUS_NOT_FOUND;
        goto Exit;
    }
    post->Parcel->Weight = *weight;
    post->Delivered++;

Exit:
    if (post != NULL) {
        WdfSpinLockRelease(post->Lock);
    }
    WdfRequestComplete(Request, status);
}
