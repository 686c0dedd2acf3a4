/* Every way out gives back what was taken. */
#include <miniport.h>
#include <video.h>

typedef struct _PAPER {
    PSPIN_LOCK Lock;
    ULONG Level;
    ULONG Limit;
} PAPER, *PPAPER;

HW_STARTIO PaperStartIo;

BOOLEAN
PaperStartIo(
    _In_ PVOID DeviceExtension,
    _In_ PVIDEO_REQUEST_PACKET Packet
    )
{
    PPAPER paper = DeviceExtension;
    ULONG amount = Packet->InputBufferLength;
    UCHAR irql;

    VideoPortAcquireSpinLock(paper, paper->Lock, &irql);
    if (paper->Level + amount > paper->Limit) {
        VideoPortReleaseSpinLock(paper, paper->Lock, irql);
        return FALSE;
    }
    paper->Level += amount;
    VideoPortReleaseSpinLock(paper, paper->Lock, irql);
    return TRUE;
}
