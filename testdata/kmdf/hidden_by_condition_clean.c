/* As hidden_by_condition.c, with the release before the early return; reading both ways finds nothing. */
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
        WdfSpinLockRelease(context->Lock);
        return;
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
