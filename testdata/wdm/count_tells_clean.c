/* A count is not negative: where it is not zero the IRQL was raised, where it is zero it was lowered again. */
#include <ntddk.h>

typedef struct _HOPPER {
    UINT32 Free;
    UINT32 Filled;
} HOPPER, *PHOPPER;

DRIVER_DISPATCH HopperDispatchWrite;

static UINT32
HopperReserve(
    _Inout_ PHOPPER Hopper,
    _In_ UINT32 Most,
    _Out_ KIRQL *OldIrql
    )
{
    UINT32 count;

    KeRaiseIrql(DISPATCH_LEVEL, OldIrql);
    count = Most < Hopper->Free ? Most : Hopper->Free;
    if (count == 0) {
        KeLowerIrql(*OldIrql);
    }
    return count;
}

NTSTATUS
HopperDispatchWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PHOPPER hopper = DeviceObject->DeviceExtension;
    KIRQL irql;
    UINT32 count = HopperReserve(hopper, 16, &irql);

    if (count > 0) {
        hopper->Filled += count;
        KeLowerIrql(irql);
    }
    return STATUS_SUCCESS;
}
