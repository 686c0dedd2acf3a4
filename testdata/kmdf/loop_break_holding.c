/* The lock is taken and released in each round, but break leaves the loop before the release. */
#include <ntddk.h>
#include <wdf.h>

#define MAX_FRAMES 32

typedef struct _SNIFFER_CONTEXT {
    WDFSPINLOCK FrameLock;
    ULONG Head;
    ULONG Tail;
    UCHAR Frames[MAX_FRAMES];
    volatile UCHAR *Port;
} SNIFFER_CONTEXT, *PSNIFFER_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(SNIFFER_CONTEXT, SnifferGetContext)

EVT_WDF_DPC SnifferEvtDpc;

VOID
SnifferEvtDpc(
    _In_ WDFDPC Dpc
    )
{
    PSNIFFER_CONTEXT sniffer = SnifferGetContext(WdfDpcGetParentObject(Dpc));
    UCHAR frame;

    for (;;) {
        frame = READ_REGISTER_UCHAR(sniffer->Port);
        if (frame == 0) {
            break;
        }

        WdfSpinLockAcquire(sniffer->FrameLock);
        if ((sniffer->Tail + 1) % MAX_FRAMES == sniffer->Head) {
            KdPrint(("sniffer: frame 0x%02x lost\n", frame));
            break;
        }
        sniffer->Frames[sniffer->Tail] = frame;
        sniffer->Tail = (sniffer->Tail + 1) % MAX_FRAMES;
        WdfSpinLockRelease(sniffer->FrameLock);
    }

    WdfDpcEnqueue(Dpc);
}  // expect: WdfSpinlockRelease lock=sniffer->FrameLock acquire=33
