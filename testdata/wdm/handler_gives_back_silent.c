/* What raises in the block does so with the lock, and the handler gives it back; so does a __finally around the handler. */
#include <ntifs.h>

typedef struct _LINK {
    LIST_ENTRY Entry;
    KSPIN_LOCK Lock;
    ULONG Flags;
} LINK, *PLINK;

DRIVER_DISPATCH LinkWrite;
DRIVER_DISPATCH LinkRead;

NTSTATUS
LinkRequest(
    _In_ PLINK Link,
    _In_ PIRP Irp
    );

NTSTATUS
LinkWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PLINK link = DeviceObject->DeviceExtension;
    KIRQL irql;

    UNREFERENCED_PARAMETER(Irp);
    __try {
        KeAcquireSpinLock(&link->Lock, &irql);
        if (link->Flags == 0) {
            KeReleaseSpinLock(&link->Lock, irql);
            return STATUS_DEVICE_NOT_READY;
        }
        RemoveEntryList(&link->Entry);
        KeReleaseSpinLock(&link->Lock, irql);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        KeReleaseSpinLock(&link->Lock, irql);
        return GetExceptionCode();
    }
    return STATUS_SUCCESS;
}

NTSTATUS
LinkRead(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    NTSTATUS status;

    __try {
        __try {
            FsRtlEnterFileSystem();
            status = LinkRequest(DeviceObject->DeviceExtension, Irp);
        } __except (EXCEPTION_EXECUTE_HANDLER) {
            status = GetExceptionCode();
        }
    } __finally {
        FsRtlExitFileSystem();
    }
    return status;
}
