/* Every way out gives back what was taken. */
#include <storport.h>

typedef struct _LADDER {
    ULONG Level;
    ULONG Limit;
} LADDER, *PLADDER;

HW_STARTIO LadderStartIo;

BOOLEAN
LadderStartIo(
    _In_ PVOID DeviceExtension,
    _In_ PSCSI_REQUEST_BLOCK Srb
    )
{
    PLADDER ladder = DeviceExtension;
    ULONG amount = Srb->DataTransferLength;
    STOR_LOCK_HANDLE handle;

    StorPortAcquireSpinLock(ladder, StartIoLock, NULL, &handle);
    if (ladder->Level + amount > ladder->Limit) {
        StorPortReleaseSpinLock(ladder, &handle);
        return FALSE;
    }
    ladder->Level += amount;
    StorPortReleaseSpinLock(ladder, &handle);
    return TRUE;
}
