/* The lock is shared, but given back as if it were exclusive. */
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
    ExReleasePushLockExclusive(&brush->Lock);  // expect: MismatchedRelease lock=&brush->Lock acquire=20 kind=wrong-release
    return STATUS_SUCCESS;
}
