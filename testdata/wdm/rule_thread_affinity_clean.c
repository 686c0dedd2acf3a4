/* Every way out gives back what was taken. */
#include <ntifs.h>

typedef struct _CHISEL {
    GROUP_AFFINITY Affinity;
    ULONG Level;
    ULONG Limit;
} CHISEL, *PCHISEL;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH ChiselWrite;

NTSTATUS
ChiselWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PCHISEL chisel = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;
    GROUP_AFFINITY before;

    KeSetSystemGroupAffinityThread(&chisel->Affinity, &before);
    if (chisel->Level + amount > chisel->Limit) {
        KeRevertToUserGroupAffinityThread(&before);
        return STATUS_INVALID_PARAMETER;
    }
    chisel->Level += amount;
    KeRevertToUserGroupAffinityThread(&before);
    return STATUS_SUCCESS;
}
