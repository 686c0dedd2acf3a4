/* The check between acquire and release returns and forgets the release. */
#include <storport.h>

typedef struct _MORTAR {
    ULONG MessageId;
    ULONG Level;
    ULONG Limit;
} MORTAR, *PMORTAR;

HW_STARTIO MortarStartIo;

BOOLEAN
MortarStartIo(
    _In_ PVOID DeviceExtension,
    _In_ PSCSI_REQUEST_BLOCK Srb
    )
{
    PMORTAR mortar = DeviceExtension;
    ULONG amount = Srb->DataTransferLength;
    ULONG irql;

    if (StorPortAcquireMSISpinLock(mortar, mortar->MessageId, &irql) != 0) {
        return FALSE;
    }
    if (mortar->Level + amount > mortar->Limit) {
        return FALSE;  // expect: storport/StorPortMSILock lock=mortar->MessageId acquire=22
    }
    mortar->Level += amount;
    StorPortReleaseMSISpinLock(mortar, mortar->MessageId, irql);
    return TRUE;
}
