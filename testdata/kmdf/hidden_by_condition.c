/* Nobody says whether SUPPORT_TRACE is defined, so the file is read both ways; the callback is in one of them only. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _DEVICE_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Count;
} DEVICE_CONTEXT, *PDEVICE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, DeviceGetContext)

EVT_WDF_TIMER OnTimer;

#ifdef SUPPORT_TRACE
VOID OnTimer(WDFTIMER Timer)
{
    PDEVICE_CONTEXT context = DeviceGetContext(WdfTimerGetParentObject(Timer));

    WdfSpinLockAcquire(context->Lock);
    if (context->Count == 0) {
        return;                             // expect: WdfSpinlockRelease lock=context->Lock acquire=19
    }
    context->Count--;
    WdfSpinLockRelease(context->Lock);
}
#else
VOID OnTimer(WDFTIMER Timer)
{
    UNREFERENCED_PARAMETER(Timer);
}
#endif
