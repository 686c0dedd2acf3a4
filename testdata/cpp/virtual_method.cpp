/* The timer calls a virtual method, and one of those that override it keeps the lock. */
#include <ntddk.h>
#include <wdf.h>

class CChannel
{
public:
    virtual ~CChannel() {}
    virtual void Flush(WDFSPINLOCK lock) = 0;
};

class CQuietChannel : public CChannel
{
public:
    void Flush(WDFSPINLOCK lock) override
    {
        WdfSpinLockAcquire(lock);
        m_pending = 0;
        WdfSpinLockRelease(lock);
    }

private:
    ULONG m_pending = 0;
};

class CLoudChannel final : public CChannel
{
public:
    void Flush(WDFSPINLOCK lock) override
    {
        WdfSpinLockAcquire(lock);
        if (m_pending == 0) {
            return;         // expect: WdfSpinlockRelease lock=lock acquire=31
        }
        m_pending = 0;
        WdfSpinLockRelease(lock);
    }

private:
    ULONG m_pending{0};
};

struct DEVICE_CONTEXT
{
    CChannel *Channel;
    WDFSPINLOCK Lock;
};

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, GetDeviceContext)

EVT_WDF_TIMER OnTimer;

void OnTimer(_In_ WDFTIMER Timer)
{
    DEVICE_CONTEXT *context = GetDeviceContext(WdfTimerGetParentObject(Timer));

    context->Channel->Flush(context->Lock);
}
