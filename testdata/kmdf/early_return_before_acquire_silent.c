/* All returns but the last stand before the acquire. */
#include <ntddk.h>
#include <wdf.h>

#define IOCTL_SCOPE_ZOOM CTL_CODE(FILE_DEVICE_UNKNOWN, 0x820, METHOD_BUFFERED, FILE_ANY_ACCESS)

typedef struct _SCOPE_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Zoom;
    ULONG MaxZoom;
} SCOPE_CONTEXT, *PSCOPE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(SCOPE_CONTEXT, ScopeGetContext)

EVT_WDF_IO_QUEUE_IO_INTERNAL_DEVICE_CONTROL ScopeEvtIoInternalDeviceControl;

VOID
ScopeEvtIoInternalDeviceControl(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t OutputBufferLength,
    _In_ size_t InputBufferLength,
    _In_ ULONG IoControlCode
    )
{
    PSCOPE_CONTEXT scope = ScopeGetContext(WdfIoQueueGetDevice(Queue));
    PULONG zoom;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(OutputBufferLength);

    if (IoControlCode != IOCTL_SCOPE_ZOOM || InputBufferLength < sizeof(ULONG)) {
        WdfRequestComplete(Request, STATUS_INVALID_DEVICE_REQUEST);
        return;
    }
    status = WdfRequestRetrieveInputBuffer(Request, sizeof(ULONG), (PVOID *)&zoom, NULL);
    if (!NT_SUCCESS(status)) {
        WdfRequestComplete(Request, status);
        return;
    }

    WdfSpinLockAcquire(scope->Lock);
    scope->Zoom = min(*zoom, scope->MaxZoom);
    WdfSpinLockRelease(scope->Lock);

    WdfRequestComplete(Request, STATUS_SUCCESS);
}
