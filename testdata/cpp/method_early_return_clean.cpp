/* The method that the timer calls gives the lock back before each return. */
#include <ntddk.h>
#include <wdf.h>

namespace telemetry
{
    class CRing
    {
    public:
        bool Push(ULONG sample);
        bool IsFull() const { return m_count == ARRAYSIZE(m_samples); }

    private:
        WDFSPINLOCK m_lock;
        ULONG m_samples[16];
        ULONG m_count;
    };

    bool CRing::Push(ULONG sample)
    {
        WdfSpinLockAcquire(m_lock);
        if (IsFull()) {
            WdfSpinLockRelease(m_lock);
            return false;
        }
        this->m_samples[m_count++] = sample;
        WdfSpinLockRelease(this->m_lock);
        return true;
    }
}

struct DEVICE_CONTEXT
{
    telemetry::CRing Ring;
};

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, GetDeviceContext)

EVT_WDF_TIMER OnTimer;

void OnTimer(_In_ WDFTIMER Timer)
{
    DEVICE_CONTEXT *context = GetDeviceContext(WdfTimerGetParentObject(Timer));

    if (!context->Ring.Push(static_cast<ULONG>(KeQueryPerformanceCounter(nullptr).LowPart))) {
        DbgPrint("ring full");
    }
}
