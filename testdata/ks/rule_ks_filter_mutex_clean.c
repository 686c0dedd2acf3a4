/* Every way out gives back what was taken. */
#include <ntddk.h>
#include <ks.h>

typedef struct _SADDLE {
    PKSFILTER Filter;
    ULONG Level;
    ULONG Limit;
} SADDLE, *PSADDLE;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH SaddleWrite;

NTSTATUS
SaddleWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PSADDLE saddle = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;

    KsFilterAcquireControl(saddle->Filter);
    if (saddle->Level + amount > saddle->Limit) {
        KsFilterReleaseControl(saddle->Filter);
        return STATUS_INVALID_PARAMETER;
    }
    saddle->Level += amount;
    KsFilterReleaseControl(saddle->Filter);
    return STATUS_SUCCESS;
}
