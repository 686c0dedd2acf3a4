/* The check between acquire and release returns and forgets the release. */
#include <ntddk.h>
#include <gpioclx.h>

typedef struct _WICKER {
    PVOID Context;
    ULONG Level;
    ULONG Limit;
} WICKER, *PWICKER;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH WickerWrite;

NTSTATUS
WickerWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PWICKER wicker = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;

    GPIO_CLX_AcquireInterruptLock(wicker->Context, 0);
    if (wicker->Level + amount > wicker->Limit) {
        return STATUS_INVALID_PARAMETER;  // expect: gpio/GpioInterruptLock lock=wicker->Context acquire=23
    }
    wicker->Level += amount;
    GPIO_CLX_ReleaseInterruptLock(wicker->Context, 0);
    return STATUS_SUCCESS;
}
