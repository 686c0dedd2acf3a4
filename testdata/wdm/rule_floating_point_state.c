/* The check between acquire and release returns and forgets the release. */
#include <ntifs.h>

typedef struct _AWNING {
    ULONG Level;
    ULONG Limit;
} AWNING, *PAWNING;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH AwningWrite;

NTSTATUS
AwningWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PAWNING awning = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;
    KFLOATING_SAVE save;

    if (KeSaveFloatingPointState(&save) != STATUS_SUCCESS) {
        return STATUS_INVALID_PARAMETER;
    }
    if (awning->Level + amount > awning->Limit) {
        return STATUS_INVALID_PARAMETER;  // expect: wdm/FloatingPointState lock=&save acquire=22
    }
    awning->Level += amount;
    KeRestoreFloatingPointState(&save);
    return STATUS_SUCCESS;
}
