/* The base moves on to the next zone between acquire and release: another zone's lock is released. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _ZONE {
    struct _ZONE *Next;
    WDFSPINLOCK Lock;
    ULONG Alarms;
} ZONE, *PZONE;

typedef struct _ALARM_CONTEXT {
    PZONE FirstZone;
} ALARM_CONTEXT, *PALARM_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(ALARM_CONTEXT, AlarmGetContext)

EVT_WDF_TIMER AlarmEvtTimer;

VOID
AlarmEvtTimer(
    _In_ WDFTIMER Timer
    )
{
    PALARM_CONTEXT alarm = AlarmGetContext(WdfTimerGetParentObject(Timer));
    PZONE zone = alarm->FirstZone;

    WdfSpinLockAcquire(zone->Lock);
    zone->Alarms++;
    zone = zone->Next;
    WdfSpinLockRelease(zone->Lock);  // expect: WdfSpinlockRelease lock=zone->Lock kind=not-held
    if (zone != NULL) {
        KdPrint(("alarm: next zone has %u\n", zone->Alarms));
    }
}  // expect: WdfSpinlockRelease lock=zone->Lock acquire=27
