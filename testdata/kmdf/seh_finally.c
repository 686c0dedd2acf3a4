/* The finally block tidies up, but does not release, so the return inside the guarded block keeps the lock. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _ARCHIVE_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Readers;
    ULONG Records;
} ARCHIVE_CONTEXT, *PARCHIVE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(ARCHIVE_CONTEXT, ArchiveGetContext)

EVT_WDF_DEVICE_QUERY_STOP ArchiveEvtQueryStop;

NTSTATUS
ArchiveEvtQueryStop(
    _In_ WDFDEVICE Device
    )
{
    PARCHIVE_CONTEXT archive = ArchiveGetContext(Device);
    NTSTATUS status = STATUS_SUCCESS;

    WdfSpinLockAcquire(archive->Lock);
    __try {
        archive->Readers++;
        if (archive->Records == 0) {
            return STATUS_NO_MORE_ENTRIES;  // expect: WdfSpinlockRelease lock=archive->Lock acquire=23
        }
        archive->Records--;
        WdfSpinLockRelease(archive->Lock);
    } __finally {
        KdPrint(("archive: %p asked to stop\n", archive));
    }

    return status;
}
