/* A guard with a flag gives the lock back only if it owns it, which its destructor alone cannot know. */
#include <ntddk.h>
#include <wdf.h>

class COwningGuard
{
public:
    explicit COwningGuard(WDFSPINLOCK lock) : m_lock(lock), m_owned(true)
    {
        WdfSpinLockAcquire(m_lock);
    }

    ~COwningGuard()
    {
        if (m_owned) {
            WdfSpinLockRelease(m_lock);
        }
    }

private:
    WDFSPINLOCK m_lock;
    bool m_owned;
};

struct DEVICE_CONTEXT
{
    WDFSPINLOCK Lock;
    ULONG Count;
};

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, GetDeviceContext)

EVT_WDF_TIMER OnTimer;

void OnTimer(_In_ WDFTIMER Timer)
{
    DEVICE_CONTEXT *context = GetDeviceContext(WdfTimerGetParentObject(Timer));

    COwningGuard guard(context->Lock);
    context->Count++;
}
