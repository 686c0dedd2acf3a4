/* The check between acquire and release returns and forgets the release. */
#include <ntifs.h>

typedef struct _BUCKET {
    PEPROCESS Process;
    ULONG Level;
    ULONG Limit;
} BUCKET, *PBUCKET;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH BucketWrite;

NTSTATUS
BucketWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PBUCKET bucket = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;
    KAPC_STATE state;

    KeStackAttachProcess(bucket->Process, &state);
    if (bucket->Level + amount > bucket->Limit) {
        return STATUS_INVALID_PARAMETER;  // expect: wdm/ProcessAttach lock=&state acquire=23
    }
    bucket->Level += amount;
    KeUnstackDetachProcess(&state);
    return STATUS_SUCCESS;
}
