/* The check between acquire and release returns and forgets the release. */
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
        return STATUS_INVALID_PARAMETER;  // expect: wdm/ThreadAffinity lock=&before acquire=23
    }
    chisel->Level += amount;
    KeRevertToUserGroupAffinityThread(&before);
    return STATUS_SUCCESS;
}
