/* The request is sent while the spin lock is held. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _TRAY_CONTEXT {
    WDFSPINLOCK Lock;
    WDFIOTARGET Target;
    ULONG Level;
} TRAY_CONTEXT, *PTRAY_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(TRAY_CONTEXT, TrayGetContext)

EVT_WDF_IO_QUEUE_IO_WRITE TrayEvtIoWrite;

VOID
TrayEvtIoWrite(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PTRAY_CONTEXT tray = TrayGetContext(WdfIoQueueGetDevice(Queue));

    WdfSpinLockAcquire(tray->Lock);
    tray->Level++;
    WdfRequestSend(Request, tray->Target, NULL);  // expect: kmdf/ReqSendWhileSpinlock lock=tray->Lock acquire=24 kind=forbidden-call
    WdfSpinLockRelease(tray->Lock);
}
