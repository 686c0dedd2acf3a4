/* Every way out gives back what was taken. */
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
        StorPortReleaseMSISpinLock(mortar, mortar->MessageId, irql);
        return FALSE;
    }
    mortar->Level += amount;
    StorPortReleaseMSISpinLock(mortar, mortar->MessageId, irql);
    return TRUE;
}
