/* Classes of one name in two functions, whose objects give a lock back: each is its own. */
#include <ntddk.h>
#include <wdf.h>

struct DEVICE_CONTEXT
{
    WDFSPINLOCK Lock;
    WDFREQUEST Current;
};

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, GetDeviceContext)

EVT_WDF_REQUEST_CANCEL OnCancel;

void OnCancel(_In_ WDFREQUEST Request)
{
    DEVICE_CONTEXT *context = GetDeviceContext(WdfIoQueueGetDevice(WdfRequestGetIoQueue(Request)));

    {
        WdfSpinLockAcquire(context->Lock);
        struct RELEASE
        {
            WDFSPINLOCK const lock;

            _Releases_lock_(this->lock)
            ~RELEASE()
            {
                WdfSpinLockRelease(this->lock);
            }
        } release = {context->Lock};

        if (context->Current == NULL) {
            return;
        }
        context->Current = NULL;
    }

    WdfRequestComplete(Request, STATUS_CANCELLED);
}

EVT_WDF_TIMER OnTimer;

void OnTimer(_In_ WDFTIMER Timer)
{
    DEVICE_CONTEXT *context = GetDeviceContext(WdfTimerGetParentObject(Timer));

    WdfSpinLockAcquire(context->Lock);
    struct RELEASE
    {
        DEVICE_CONTEXT *owner;
        ~RELEASE() { WdfSpinLockRelease(owner->Lock); }
    } release{.owner = context};
    context->Current = NULL;
}
