/* The status that tells whether the lock is held is overwritten before it is asked. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _MODEM_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Dials;
    BOOLEAN OffHook;
} MODEM_CONTEXT, *PMODEM_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(MODEM_CONTEXT, ModemGetContext)

EVT_WDF_IO_QUEUE_IO_DEFAULT ModemEvtIoDefault;

VOID
ModemEvtIoDefault(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request
    )
{
    PMODEM_CONTEXT modem = ModemGetContext(WdfIoQueueGetDevice(Queue));
    NTSTATUS status;

    if (modem->OffHook) {
        status = STATUS_DEVICE_BUSY;
    } else {
        WdfSpinLockAcquire(modem->Lock);
        modem->Dials++;
        status = STATUS_SUCCESS;
    }

    if (modem->Dials > 3) {
        status = STATUS_IO_TIMEOUT;
    }

    if (NT_SUCCESS(status)) {
        WdfSpinLockRelease(modem->Lock);
    }

    WdfRequestComplete(Request, status);
}  // expect: WdfSpinlockRelease lock=modem->Lock acquire=27
