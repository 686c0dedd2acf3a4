/* Every way out gives back what was taken. */
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
        KeRestoreFloatingPointState(&save);
        return STATUS_INVALID_PARAMETER;
    }
    awning->Level += amount;
    KeRestoreFloatingPointState(&save);
    return STATUS_SUCCESS;
}
