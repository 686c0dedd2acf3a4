/* The check between acquire and release returns and forgets the release. */
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
        return FALSE;  // expect: storport/StorPortSpinLock4 lock=&handle acquire=21
    }
    ladder->Level += amount;
    StorPortReleaseSpinLock(ladder, &handle);
    return TRUE;
}
