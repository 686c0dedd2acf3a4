/* An object runs a lambda where its block is left; on one way it is dismissed before, so the lock stays held. */
#include <ntddk.h>
#include <wdf.h>
#include <wil/resource.h>

struct FILTER_CONTEXT
{
    WDFSPINLOCK Lock;
    ULONG Pending;
    BOOLEAN Stopped;
};

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(FILTER_CONTEXT, GetFilterContext)

extern "C" EVT_WDF_IO_QUEUE_IO_READ FilterEvtIoRead;
extern "C" EVT_WDF_DEVICE_D0_EXIT FilterEvtD0Exit;

extern "C" void FilterEvtIoRead(_In_ WDFQUEUE Queue, _In_ WDFREQUEST Request, _In_ size_t Length)
{
    auto context = GetFilterContext(WdfIoQueueGetDevice(Queue));

    WdfSpinLockAcquire(context->Lock);
    auto unlock = wil::scope_exit([&] { WdfSpinLockRelease(context->Lock); });
    if (context->Stopped) {
        WdfRequestComplete(Request, STATUS_CANCELLED);
        return;
    }
    if (Length == 0) {
        unlock.release();
        WdfRequestComplete(Request, STATUS_SUCCESS);
        return;  // expect: WdfSpinlockRelease lock=context->Lock acquire=22
    }
    context->Pending++;
}

/* A callback may be a lambda; this one leaves with the lock where nothing is pending. */
extern "C" NTSTATUS FilterEvtD0Exit(_In_ WDFDEVICE Device, _In_ WDF_POWER_DEVICE_STATE)
{
    WDF_TIMER_CONFIG config;
    WDF_TIMER_CONFIG_INIT(&config, [](WDFTIMER Timer) {
        auto owner = GetFilterContext(WdfTimerGetParentObject(Timer));
        WdfSpinLockAcquire(owner->Lock);
        if (owner->Pending == 0) {
            return;  // expect: WdfSpinlockRelease lock=owner->Lock acquire=42
        }
        WdfSpinLockRelease(owner->Lock);
    });
    return StartTimer(Device, &config);
}
