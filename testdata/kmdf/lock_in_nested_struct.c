/* The lock sits in a structure inside a structure behind a pointer; the underrun branch leaks it. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _RING {
    WDFSPINLOCK Lock;
    ULONG Head;
    ULONG Tail;
} RING, *PRING;

typedef struct _STREAM {
    RING Ring;
    ULONG Underruns;
} STREAM, *PSTREAM;

typedef struct _SPEAKER_CONTEXT {
    PSTREAM Stream;
    ULONG Volume;
} SPEAKER_CONTEXT, *PSPEAKER_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(SPEAKER_CONTEXT, SpeakerGetContext)

EVT_WDF_INTERRUPT_DPC SpeakerEvtInterruptDpc;

VOID
SpeakerEvtInterruptDpc(
    _In_ WDFINTERRUPT Interrupt,
    _In_ WDFOBJECT AssociatedObject
    )
{
    PSPEAKER_CONTEXT speaker = SpeakerGetContext(AssociatedObject);

    UNREFERENCED_PARAMETER(Interrupt);

    WdfSpinLockAcquire(speaker->Stream->Ring.Lock);
    if (speaker->Stream->Ring.Head == speaker->Stream->Ring.Tail) {
        speaker->Stream->Underruns++;
        return;  // expect: WdfSpinlockRelease lock=speaker->Stream->Ring.Lock acquire=35
    }
    speaker->Stream->Ring.Head++;
    WdfSpinLockRelease(speaker->Stream->Ring.Lock);
}
