/* The project's macros lock and unlock on every path. */
#include <ntddk.h>
#include <wdf.h>

#define LOCK_DEVICE(d)   WdfSpinLockAcquire((d)->Lock)
#define UNLOCK_DEVICE(d) WdfSpinLockRelease((d)->Lock)

typedef struct _SEXTANT_CONTEXT {
    WDFSPINLOCK Lock;
    LONG Latitude;
    BOOLEAN Cloudy;
} SEXTANT_CONTEXT, *PSEXTANT_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(SEXTANT_CONTEXT, SextantGetContext)

EVT_WDF_IO_QUEUE_IO_READ SextantEvtIoRead;

VOID
SextantEvtIoRead(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PSEXTANT_CONTEXT sextant = SextantGetContext(WdfIoQueueGetDevice(Queue));

    UNREFERENCED_PARAMETER(Length);

    LOCK_DEVICE(sextant);
    if (sextant->Cloudy) {
        UNLOCK_DEVICE(sextant);
        WdfRequestComplete(Request, STATUS_RETRY);
        return;
    }
    sextant->Latitude++;
    UNLOCK_DEVICE(sextant);

    WdfRequestComplete(Request, STATUS_SUCCESS);
}
