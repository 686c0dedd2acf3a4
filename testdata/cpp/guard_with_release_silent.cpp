/* A guard that may give its lock back before it ends: it keeps the handle while it owns it, or exchanges it for none. */
#include <ntddk.h>
#include <wdf.h>

class WaitGuard
{
public:
    explicit WaitGuard(WDFWAITLOCK lock) : m_lock(lock)
    {
        WdfWaitLockAcquire(m_lock, nullptr);
    }

    ~WaitGuard()
    {
        Release();
    }

    void Release()
    {
        if (m_lock) {
            WdfWaitLockRelease(m_lock);
            m_lock = nullptr;
        }
    }

private:
    WDFWAITLOCK m_lock = nullptr;
};

class SpinGuard
{
public:
    explicit SpinGuard(WDFSPINLOCK lock) : m_lock(lock)
    {
        WdfSpinLockAcquire(m_lock);
    }

    ~SpinGuard()
    {
        Release();
    }

    void Release()
    {
        if (auto handle = (WDFSPINLOCK)InterlockedExchangePointer(reinterpret_cast<PVOID *>(&m_lock), nullptr)) {
            WdfSpinLockRelease(handle);
        }
    }

private:
    WDFSPINLOCK m_lock = nullptr;
};

struct PORT_CONTEXT
{
    WDFSPINLOCK Requests;
    WDFWAITLOCK Settings;
    ULONG Count;
};

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(PORT_CONTEXT, GetPortContext)

extern "C" EVT_WDF_REQUEST_CANCEL PortEvtCancel;
extern "C" EVT_WDF_DEVICE_D0_EXIT PortEvtD0Exit;

static bool PortRemove(PORT_CONTEXT &port)
{
    SpinGuard guard(port.Requests);

    if (port.Count == 0) {
        return false;
    }
    port.Count--;
    guard.Release();
    PortNotify(port);
    return true;
}

extern "C" void PortEvtCancel(_In_ WDFREQUEST Request)
{
    auto port = GetPortContext(WdfFileObjectGetDevice(WdfRequestGetFileObject(Request)));

    if (PortRemove(*port)) {
        WdfRequestComplete(Request, STATUS_CANCELLED);
    }
}

extern "C" NTSTATUS PortEvtD0Exit(_In_ WDFDEVICE Device, _In_ WDF_POWER_DEVICE_STATE)
{
    auto port = GetPortContext(Device);
    WaitGuard guard(port->Settings);

    port->Count = 0;
    return STATUS_SUCCESS;
}
