/* The method that the timer calls returns with the member's lock held when the ring is full. */
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
            return false;   // expect: WdfSpinlockRelease lock=this->m_lock acquire=21
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
