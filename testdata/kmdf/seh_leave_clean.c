/* __leave goes to the finally block, where the flag tells that the lock is to be released. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _THEATRE_CONTEXT {
    WDFSPINLOCK CurtainLock;
    BOOLEAN CurtainUp;
    ULONG Acts;
} THEATRE_CONTEXT, *PTHEATRE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(THEATRE_CONTEXT, TheatreGetContext)

EVT_WDF_IO_QUEUE_IO_DEFAULT TheatreEvtIoDefault;

VOID
TheatreEvtIoDefault(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request
    )
{
    PTHEATRE_CONTEXT theatre = TheatreGetContext(WdfIoQueueGetDevice(Queue));
    NTSTATUS status = STATUS_SUCCESS;
    BOOLEAN locked = FALSE;

    __try {
        if (theatre->Acts == 0) {
            status = STATUS_NO_MORE_ENTRIES;
            __leave;
        }

        WdfSpinLockAcquire(theatre->CurtainLock);
        locked = TRUE;
        if (theatre->CurtainUp) {
            status = STATUS_INVALID_DEVICE_STATE;
            __leave;
        }
        theatre->CurtainUp = TRUE;
        theatre->Acts--;
    } __finally {
        if (locked) {
            WdfSpinLockRelease(theatre->CurtainLock);
        }
        WdfRequestComplete(Request, status);
    }
}
