/* The nested block takes what the function has already. */
#include <storport.h>

typedef struct _KEEL {
    ULONG Level;
    ULONG Limit;
} KEEL, *PKEEL;

HW_STARTIO KeelStartIo;

BOOLEAN
KeelStartIo(
    _In_ PVOID DeviceExtension,
    _In_ PSCSI_REQUEST_BLOCK Srb
    )
{
    PKEEL keel = DeviceExtension;
    ULONG amount = Srb->DataTransferLength;
    STOR_LOCK_HANDLE handle;

    StorPortAcquireSpinLock(keel, StartIoLock, NULL, &handle);
    keel->Level += amount;
    if (keel->Level > keel->Limit) {
        StorPortAcquireSpinLock(keel, StartIoLock, NULL, &handle);  // expect: storport/StorPortSpinLock lock=&handle acquire=21 kind=taken-twice
        keel->Level = keel->Limit;
    }
    StorPortReleaseSpinLock(keel, &handle);
    return TRUE;
}
