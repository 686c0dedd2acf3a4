/* The check between acquire and release returns and forgets the release. */
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
        return STATUS_INVALID_PARAMETER;  // expect: ks/KsProcessingMutex lock=tassel->Filter acquire=23
    }
    tassel->Level += amount;
    KsFilterReleaseProcessingMutex(tassel->Filter);
    return STATUS_SUCCESS;
}
