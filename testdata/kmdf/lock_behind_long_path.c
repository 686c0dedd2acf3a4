/* The path to the lock has more fields than are followed: a finding, but of medium confidence. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _GAUGE { WDFSPINLOCK Lock; ULONG Value; ULONG Max; } GAUGE, *PGAUGE;
typedef struct _PANEL { PGAUGE Gauge; } PANEL, *PPANEL;
typedef struct _DESK { PPANEL Panel; } DESK, *PDESK;
typedef struct _ROOM { PDESK Desk; } ROOM, *PROOM;
typedef struct _PLANT { PROOM Room; } PLANT, *PPLANT;

typedef struct _CONTROL_CONTEXT {
    PPLANT Plant;
} CONTROL_CONTEXT, *PCONTROL_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(CONTROL_CONTEXT, ControlGetContext)

EVT_WDF_DEVICE_SELF_MANAGED_IO_FLUSH ControlEvtSelfManagedIoFlush;

VOID
ControlEvtSelfManagedIoFlush(
    _In_ WDFDEVICE Device
    )
{
    PCONTROL_CONTEXT control = ControlGetContext(Device);

    WdfSpinLockAcquire(control->Plant->Room->Desk->Panel->Gauge->Lock);
    if (control->Plant->Room->Desk->Panel->Gauge->Max == 0) {
        return;  // expect: WdfSpinlockRelease lock=control->Plant->Room->Desk->Panel->Gauge->Lock acquire=26 confidence=medium
    }
    control->Plant->Room->Desk->Panel->Gauge->Value = 0;
    WdfSpinLockRelease(control->Plant->Room->Desk->Panel->Gauge->Lock);
}
