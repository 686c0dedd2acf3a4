/* Every way out gives back what was taken. */
#include <ntddk.h>
#include <ks.h>

typedef struct _TASSEL {
    PKSFILTER Filter;
    ULONG Level;
    ULONG Limit;
} TASSEL, *PTASSEL;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH TasselWrite;

NTSTATUS
TasselWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PTASSEL tassel = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;

    KsFilterAcquireProcessingMutex(tassel->Filter);
    if (tassel->Level + amount > tassel->Limit) {
        KsFilterReleaseProcessingMutex(tassel->Filter);
        return STATUS_INVALID_PARAMETER;
    }
    tassel->Level += amount;
    KsFilterReleaseProcessingMutex(tassel->Filter);
    return STATUS_SUCCESS;
}
