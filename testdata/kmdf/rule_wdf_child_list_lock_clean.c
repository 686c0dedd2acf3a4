/* Every way out gives back what was taken. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _RIVER_CONTEXT {
    WDFCHILDLIST Children;
    ULONG Level;
    ULONG Limit;
} RIVER_CONTEXT, *PRIVER_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(RIVER_CONTEXT, RiverGetContext)

EVT_WDF_IO_QUEUE_IO_WRITE RiverEvtIoWrite;

VOID
RiverEvtIoWrite(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PRIVER_CONTEXT river = RiverGetContext(WdfIoQueueGetDevice(Queue));

    WdfChildListBeginScan(river->Children);
    if (river->Level + Length > river->Limit) {
        WdfChildListEndScan(river->Children);
        return;
    }
    river->Level += Length;
    WdfChildListEndScan(river->Children);
}
