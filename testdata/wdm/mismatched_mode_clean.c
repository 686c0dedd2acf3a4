/* The lock is shared and given back so. */
#include <ntifs.h>

typedef struct _BRUSH {
    EX_PUSH_LOCK Lock;
    ULONG Level;
} BRUSH, *PBRUSH;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH BrushWrite;

NTSTATUS
BrushWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PBRUSH brush = DeviceObject->DeviceExtension;

    ExAcquirePushLockShared(&brush->Lock);
    brush->Level++;
    ExReleasePushLockShared(&brush->Lock);
    return STATUS_SUCCESS;
}
