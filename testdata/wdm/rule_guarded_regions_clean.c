/* Every way out gives back what was taken. */
#include <ntifs.h>

typedef struct _KILN {
    ULONG Level;
    ULONG Limit;
} KILN, *PKILN;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH KilnWrite;

NTSTATUS
KilnWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PKILN kiln = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;

    KeEnterGuardedRegion();
    if (kiln->Level + amount > kiln->Limit) {
        KeLeaveGuardedRegion();
        return STATUS_INVALID_PARAMETER;
    }
    kiln->Level += amount;
    KeLeaveGuardedRegion();
    return STATUS_SUCCESS;
}
