/* The check between acquire and release returns and forgets the release. */
#include <ntifs.h>

typedef struct _YOKE {
    EX_RUNDOWN_REF Rundown;
    ULONG Level;
    ULONG Limit;
} YOKE, *PYOKE;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH YokeWrite;

NTSTATUS
YokeWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PYOKE yoke = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;

    if (!ExAcquireRundownProtection(&yoke->Rundown)) {
        return STATUS_INVALID_PARAMETER;
    }
    if (yoke->Level + amount > yoke->Limit) {
        return STATUS_INVALID_PARAMETER;  // expect: wdm/RundownProtection lock=&yoke->Rundown acquire=22
    }
    yoke->Level += amount;
    ExReleaseRundownProtection(&yoke->Rundown);
    return STATUS_SUCCESS;
}
