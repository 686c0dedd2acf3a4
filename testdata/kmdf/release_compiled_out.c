/* The release of the error path exists only in builds that define METRONOME_STRICT, and this one does not. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _METRONOME_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Beats;
    ULONG Tempo;
} METRONOME_CONTEXT, *PMETRONOME_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(METRONOME_CONTEXT, MetronomeGetContext)

EVT_WDF_TIMER MetronomeEvtTimer;

VOID
MetronomeEvtTimer(
    _In_ WDFTIMER Timer
    )
{
    PMETRONOME_CONTEXT metronome = MetronomeGetContext(WdfTimerGetParentObject(Timer));

    WdfSpinLockAcquire(metronome->Lock);
    if (metronome->Tempo == 0) {
#ifdef METRONOME_STRICT
        metronome->Tempo = 60;
        WdfSpinLockRelease(metronome->Lock);
#endif
        return;  // expect: WdfSpinlockRelease lock=metronome->Lock acquire=22
    }
    metronome->Beats++;
#if defined(METRONOME_STRICT) && METRONOME_STRICT > 1
    KdPrint(("metronome: %u\n", metronome->Beats));
#endif
    WdfSpinLockRelease(metronome->Lock);
}
