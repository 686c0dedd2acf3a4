/* The routine lowers an IRQL that it never raised. */
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

    UNREFERENCED_PARAMETER(Irp);
    gear->Level++;
    KeLowerIrql(PASSIVE_LEVEL);  // expect: wdm/RaisedIrql lock=raised IRQL kind=not-held confidence=medium
    return STATUS_SUCCESS;
}
