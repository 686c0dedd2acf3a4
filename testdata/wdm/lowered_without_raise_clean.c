/* The routine lowers an IRQL that it raised before. */
#include <ntddk.h>

typedef struct _GEAR {
    ULONG Level;
} GEAR, *PGEAR;

DRIVER_DISPATCH GearWrite;

NTSTATUS
GearWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PGEAR gear = DeviceObject->DeviceExtension;
    KIRQL irql;

    UNREFERENCED_PARAMETER(Irp);
    KeRaiseIrql(DISPATCH_LEVEL, &irql);
    gear->Level++;
    KeLowerIrql(irql);
    return STATUS_SUCCESS;
}
