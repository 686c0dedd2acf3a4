/* The guard's destructor gives the lock back on each way out of its block: return, goto, break, and the end. */
#include <ntddk.h>
#include <wdf.h>

class CSpinGuard
{
public:
    explicit CSpinGuard(WDFSPINLOCK lock) : m_lock(lock)
    {
        WdfSpinLockAcquire(m_lock);
    }

    ~CSpinGuard()
    {
        WdfSpinLockRelease(m_lock);
    }

    CSpinGuard(const CSpinGuard &) = delete;
    CSpinGuard &operator=(const CSpinGuard &) = delete;

private:
    WDFSPINLOCK m_lock;
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
    ULONG sum = 0;

    {
        CSpinGuard guard(context->Lock);
        if (context->Count == 0) {
            return;
        }
        if (context->Count > ARRAYSIZE(context->Samples)) {
            goto overrun;
        }
    }

    for (ULONG i = 0; i < ARRAYSIZE(context->Samples); ++i) {
        CSpinGuard guard{context->Lock};
        if (i == context->Count) {
            break;
        }
        if (context->Samples[i] == 0) {
            continue;
        }
        sum += context->Samples[i];
    }
    DbgPrint("sum %lu", sum);
    return;

overrun:
    CSpinGuard guard(context->Lock);
    context->Count = 0;
}
