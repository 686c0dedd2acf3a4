/* The check between acquire and release returns and forgets the release. */
#include <ntifs.h>

typedef struct _WHEEL {
    ULONG Level;
    ULONG Limit;
} WHEEL, *PWHEEL;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH WheelWrite;

NTSTATUS
WheelWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PWHEEL wheel = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;
    KIRQL irql;

    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    if (wheel->Level + amount > wheel->Limit) {
        return STATUS_INVALID_PARAMETER;  // expect: wdm/RaisedIrql lock=raised IRQL acquire=22
    }
    wheel->Level += amount;
    KeLowerIrql(irql);
    return STATUS_SUCCESS;
}
