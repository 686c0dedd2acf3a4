/* Two guards of one class are two locks; what a guard has from its base and its members begins and ends with it. */
#include <ntddk.h>
#include <wdf.h>

class CLock
{
public:
    void Acquire() { WdfSpinLockAcquire(m_handle); }
    void Release() { WdfSpinLockRelease(m_handle); }

private:
    WDFSPINLOCK m_handle;
};

class CHolder
{
protected:
    CHolder(CLock &lock) : m_lock(lock)
    {
        m_lock.Acquire();
    }

    ~CHolder()
    {
        m_lock.Release();
    }

private:
    CLock &m_lock;
};

class CCountingHolder : private CHolder
{
public:
    CCountingHolder(CLock &lock, ULONG &counter) : CHolder(lock), m_counter(counter)
    {
        ++m_counter;
    }

private:
    ULONG &m_counter;
};

struct Transfer
{
    CCountingHolder Source;
    Transfer(CLock &lock, ULONG &counter) : Source(lock, counter) {}
};

struct DEVICE_CONTEXT
{
    CLock First;
    CLock Second;
    ULONG Uses;
};

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, GetDeviceContext)

EVT_WDF_TIMER OnTimer;

void OnTimer(_In_ WDFTIMER Timer)
{
    DEVICE_CONTEXT *context = GetDeviceContext(WdfTimerGetParentObject(Timer));

    CCountingHolder first(context->First, context->Uses);
    CCountingHolder second(context->Second, context->Uses);
    if (context->Uses > 100) {
        return;
    }
    context->Uses = 0;
}

EVT_WDF_TIMER OnSlowTimer;

void OnSlowTimer(_In_ WDFTIMER Timer)
{
    DEVICE_CONTEXT *context = GetDeviceContext(WdfTimerGetParentObject(Timer));

    Transfer transfer(context->First, context->Uses);
    switch (context->Uses) {
    case 0:
        return;
    default:
        break;
    }
}
