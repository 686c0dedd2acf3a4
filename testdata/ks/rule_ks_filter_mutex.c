/* The check between acquire and release returns and forgets the release. */
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
        return STATUS_INVALID_PARAMETER;  // expect: ks/KsFilterMutex lock=saddle->Filter acquire=23
    }
    saddle->Level += amount;
    KsFilterReleaseControl(saddle->Filter);
    return STATUS_SUCCESS;
}
