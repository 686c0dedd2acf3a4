/* One status says that the request was posted with the resource; all others give it back. */
#include <ntifs.h>

#define STATUS_POSTED ((NTSTATUS)0xE0770001L)

typedef struct _BARN {
    ERESOURCE Resource;
    ULONG Bales;
    BOOLEAN Open;
} BARN, *PBARN;

DRIVER_DISPATCH BarnDispatchWrite;

NTSTATUS BarnStack(_Inout_ PBARN Barn, _In_ PIRP Irp);

static NTSTATUS
BarnWrite(
    _Inout_ PBARN Barn,
    _In_ PIRP Irp
    )
{
    NTSTATUS status;

    if (!Barn->Open) {
        return STATUS_ACCESS_DENIED;
    }
    ExAcquireResourceSharedLite(&Barn->Resource, TRUE);
    __try {
        status = BarnStack(Barn, Irp);
    } __finally {
        if (status != STATUS_POSTED) {
            ExReleaseResourceLite(&Barn->Resource);
        }
    }
    return status;
}

NTSTATUS
BarnDispatchWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    NTSTATUS status = BarnWrite(DeviceObject->DeviceExtension, Irp);

    if (status == STATUS_POSTED) {
        return STATUS_PENDING;
    }
    Irp->IoStatus.Status = status;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return status;
}
