/* Something for each of the named questions to find that the sample drivers do not have. No lock is left held. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _PROBE {
    VOID (*Trace)(_In_ ULONG Code);
    ULONG Depth;
} PROBE, *PPROBE;

EVT_WDF_TIMER ProbeEvtTimer;

/* Pageable, yet the timer below comes to call it at DISPATCH_LEVEL. */
static NTSTATUS
ProbeFlush(
    VOID
    )
{
    PAGED_CODE();
    return ZwFlushKey(NULL);
}

/* The buffer is lost with the function's return. */
static VOID
ProbeSample(
    _In_ ULONG Length
    )
{
    UCHAR *buffer = ExAllocatePool2(POOL_FLAG_NON_PAGED, Length, 'borP');
    if (buffer != NULL) {
        RtlZeroMemory(buffer, Length);
    }
}

/* Calls itself, and through a pointer that nothing is stored in. */
static VOID
ProbeWalk(
    _In_ PPROBE Probe,
    _In_ ULONG Depth
    )
{
    Probe->Trace(Depth);
    if (Depth < Probe->Depth) {
        ProbeWalk(Probe, Depth + 1);
    }
}

/* Nobody calls it. */
static VOID
ProbeForgotten(
    _In_ PPROBE Probe
    )
{
    ProbeWalk(Probe, 0);
}

VOID
ProbeEvtTimer(
    _In_ WDFTIMER Timer
    )
{
    UNREFERENCED_PARAMETER(Timer);
    ProbeSample(64);
    ProbeFlush();
    if (!NT_SUCCESS(ProbeFlush())) {
        ProbeSample(32);
    }
}
