/* Every way out gives back what was taken. */
#include <ntddk.h>
#include <ks.h>

typedef struct _VALVE {
    PKSSTREAM_POINTER Stream;
    ULONG Level;
    ULONG Limit;
} VALVE, *PVALVE;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH ValveWrite;

NTSTATUS
ValveWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PVALVE valve = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;

    if (KsStreamPointerLock(valve->Stream) != STATUS_SUCCESS) {
        return STATUS_INVALID_PARAMETER;
    }
    if (valve->Level + amount > valve->Limit) {
        KsStreamPointerUnlock(valve->Stream, FALSE);
        return STATUS_INVALID_PARAMETER;
    }
    valve->Level += amount;
    KsStreamPointerUnlock(valve->Stream, FALSE);
    return STATUS_SUCCESS;
}
