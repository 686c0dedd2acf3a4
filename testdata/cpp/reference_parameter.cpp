/* The helper takes the lock of the queue that it gets by reference, and the caller forgets it on the error path. */
#include <ntddk.h>
#include <wdf.h>

struct QUEUE
{
    WDFSPINLOCK Lock;
    ULONG Depth;
};

struct DEVICE_CONTEXT
{
    QUEUE Input;
    QUEUE Output;
};

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, GetDeviceContext)

static void Enter(QUEUE &queue)
{
    WdfSpinLockAcquire(queue.Lock);
}

static void Leave(QUEUE &queue)
{
    WdfSpinLockRelease(queue.Lock);
}

EVT_WDF_TIMER OnTimer;

void OnTimer(_In_ WDFTIMER Timer)
{
    DEVICE_CONTEXT *context = GetDeviceContext(WdfTimerGetParentObject(Timer));
    QUEUE &input = context->Input;

    Enter(input);
    if (input.Depth == 0) {
        return;             // expect: WdfSpinlockRelease lock=input->Lock acquire=21
    }
    input.Depth--;
    Leave(context->Input);

    Enter(context->Output);
    context->Output.Depth++;
    Leave(context->Output);
}
