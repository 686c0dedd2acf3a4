/* What lambda_undo.cpp does, with the lock given back by the lambda on every way, or by the code that dismisses it. */
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
extern "C" EVT_WDF_IO_QUEUE_IO_WRITE FilterEvtIoWrite;
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
        unlock.reset();
        WdfRequestComplete(Request, STATUS_SUCCESS);
        return;
    }
    context->Pending++;
}

extern "C" void FilterEvtIoWrite(_In_ WDFQUEUE Queue, _In_ WDFREQUEST Request, _In_ size_t Length)
{
    auto context = GetFilterContext(WdfIoQueueGetDevice(Queue));

    for (size_t i = 0; i < Length; i++) {
        WdfSpinLockAcquire(context->Lock);
        auto unlock = wil::scope_exit([&]() noexcept {
            if (context->Pending == 0) {
                WdfSpinLockRelease(context->Lock);
                return;
            }
            context->Pending--;
            WdfSpinLockRelease(context->Lock);
        });
        if (context->Stopped) {
            unlock.release();
            WdfSpinLockRelease(context->Lock);
            break;
        }
    }
    WdfRequestComplete(Request, STATUS_SUCCESS);
}

extern "C" NTSTATUS FilterEvtD0Exit(_In_ WDFDEVICE Device, _In_ WDF_POWER_DEVICE_STATE)
{
    WDF_TIMER_CONFIG config;
    WDF_TIMER_CONFIG_INIT(&config, [](WDFTIMER Timer) {
        auto owner = GetFilterContext(WdfTimerGetParentObject(Timer));
        WdfSpinLockAcquire(owner->Lock);
        if (owner->Pending != 0) {
            owner->Pending = 0;
        }
        WdfSpinLockRelease(owner->Lock);
    });
    return StartTimer(Device, &config);
}
