/* Uses the helpers of the header in pairs. */
#include <ntddk.h>
#include <wdf.h>
#include "fan.h"

VOID
FanEvtIoRead(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PFAN_CONTEXT fan = FanGetContext(WdfIoQueueGetDevice(Queue));
    PULONG buffer;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Length);

    status = WdfRequestRetrieveOutputBuffer(Request, sizeof(ULONG), (PVOID *)&buffer, NULL);
    if (NT_SUCCESS(status)) {
        FanLock(fan);
        *buffer = fan->Speed;
        FanUnlock(fan);
        WdfRequestSetInformation(Request, sizeof(ULONG));
    }
    WdfRequestComplete(Request, status);
}
