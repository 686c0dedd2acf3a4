/* The object that gives the lock back begins to live only behind the first way out. */
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

    WdfSpinLockAcquire(context->Lock);
    if (context->Current == NULL) {
        return; // expect: WdfSpinlockRelease lock=context->Lock acquire=19
    }

    struct RELEASE
    {
        WDFSPINLOCK const lock;

        ~RELEASE()
        {
            WdfSpinLockRelease(this->lock);
        }
    } release = {context->Lock};

    context->Current = NULL;
}
