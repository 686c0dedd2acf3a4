/* The handler gives back a lock that the block takes nowhere. */
#include <ntifs.h>

typedef struct _LINK {
    LIST_ENTRY Entry;
    KSPIN_LOCK Lock;
    ULONG Flags;
} LINK, *PLINK;

DRIVER_DISPATCH LinkWrite;

NTSTATUS
LinkWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PLINK link = DeviceObject->DeviceExtension;
    KIRQL irql;

    UNREFERENCED_PARAMETER(Irp);
    KeAcquireSpinLock(&link->Lock, &irql);
    link->Flags++;
    KeReleaseSpinLock(&link->Lock, irql);
    __try {
        RemoveEntryList(&link->Entry);
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        KeReleaseSpinLock(&link->Lock, irql); // expect: wdm/SpinLockRelease kind=not-held lock=&link->Lock
        return GetExceptionCode();
    }
    return STATUS_SUCCESS;
}
