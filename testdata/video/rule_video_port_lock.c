/* The check between acquire and release returns and forgets the release. */
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
        return FALSE;  // expect: video/VideoPortLock lock=paper->Lock acquire=23
    }
    paper->Level += amount;
    VideoPortReleaseSpinLock(paper, paper->Lock, irql);
    return TRUE;
}
