/* The lock that the guard holds is taken once more. */
#include <ntddk.h>
#include <wdf.h>

class CSpinGuard
{
public:
    explicit CSpinGuard(WDFSPINLOCK lock) : m_lock(lock), m_owned(true)
    {
        WdfSpinLockAcquire(m_lock);
    }

    ~CSpinGuard()
    {
        if (m_owned) {
            WdfSpinLockRelease(m_lock);
        }
    }

    void Disown()
    {
        m_owned = false;
    }

    CSpinGuard(const CSpinGuard &) = delete;
    CSpinGuard &operator=(const CSpinGuard &) = delete;

private:
    WDFSPINLOCK m_lock;
    bool m_owned;
};

struct SENSOR_CONTEXT
{
    WDFSPINLOCK Lock;
    ULONG Samples[8];
    ULONG Count = 0;
};

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(SENSOR_CONTEXT, GetSensorContext)

extern "C" EVT_WDF_TIMER SensorEvtTimer;

extern "C" void SensorEvtTimer(_In_ WDFTIMER Timer)
{
    auto context = GetSensorContext(WdfTimerGetParentObject(Timer));

    CSpinGuard guard(context->Lock);
    if (context->Count == 0) {
        WdfSpinLockAcquire(context->Lock);  // expect: WdfSpinlock lock=context->Lock acquire=10 kind=taken-twice
        context->Count = 1;
        WdfSpinLockRelease(context->Lock);
    }
}
