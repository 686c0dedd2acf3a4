/* The check between acquire and release returns and forgets the release. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _QUARRY_CONTEXT {
    WDFQUEUE Queue;
    ULONG Level;
    ULONG Limit;
} QUARRY_CONTEXT, *PQUARRY_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(QUARRY_CONTEXT, QuarryGetContext)

EVT_WDF_IO_QUEUE_IO_WRITE QuarryEvtIoWrite;

VOID
QuarryEvtIoWrite(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PQUARRY_CONTEXT quarry = QuarryGetContext(WdfIoQueueGetDevice(Queue));

    WdfObjectAcquireLock(quarry->Queue);
    if (quarry->Level + Length > quarry->Limit) {
        return;  // expect: WdfObjectLock lock=quarry->Queue acquire=24
    }
    quarry->Level += Length;
    WdfObjectReleaseLock(quarry->Queue);
}
