/* The finally block releases for every way out of the guarded block, the return included. */
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
            return STATUS_NO_MORE_ENTRIES;
        }
        archive->Records--;
    } __finally {
        archive->Readers--;
        WdfSpinLockRelease(archive->Lock);
    }

    return status;
}
