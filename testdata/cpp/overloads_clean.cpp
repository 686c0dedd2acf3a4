/* Of two methods with one name the one with as many parameters is called; the other keeps the lock for its caller. */
#include <ntddk.h>
#include <wdf.h>

class CStore
{
public:
    void Update(ULONG value)
    {
        Update(value, true);
        WdfSpinLockRelease(m_lock);
    }

    void Update(ULONG value, bool keep, ULONG step = 1)
    {
        WdfSpinLockAcquire(m_lock);
        m_value = value + step;
        UNREFERENCED_PARAMETER(keep);
    }

private:
    WDFSPINLOCK m_lock;
    ULONG m_value;
};

struct DEVICE_CONTEXT
{
    CStore *Store;
};

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_CONTEXT, GetDeviceContext)

EVT_WDF_TIMER OnTimer;

void OnTimer(_In_ WDFTIMER Timer)
{
    GetDeviceContext(WdfTimerGetParentObject(Timer))->Store->Update(1);
}
