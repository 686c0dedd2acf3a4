/* The handler of the exception only keeps the code; the release follows for both. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _ATLAS_CONTEXT {
    WDFSPINLOCK Lock;
    UCHAR Page[256];
} ATLAS_CONTEXT, *PATLAS_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(ATLAS_CONTEXT, AtlasGetContext)

EVT_WDF_IO_IN_CALLER_CONTEXT AtlasEvtIoInCallerContext;

VOID
AtlasEvtIoInCallerContext(
    _In_ WDFDEVICE Device,
    _In_ WDFREQUEST Request
    )
{
    PATLAS_CONTEXT atlas = AtlasGetContext(Device);
    NTSTATUS status = STATUS_SUCCESS;
    PVOID buffer;

    if (!NT_SUCCESS(WdfRequestRetrieveInputBuffer(Request, sizeof(atlas->Page), &buffer, NULL))) {
        WdfRequestComplete(Request, STATUS_BUFFER_TOO_SMALL);
        return;
    }

    WdfSpinLockAcquire(atlas->Lock);
    __try {
        RtlCopyMemory(atlas->Page, buffer, sizeof(atlas->Page));
    } __except (EXCEPTION_EXECUTE_HANDLER) {
        status = GetExceptionCode();
    }
    WdfSpinLockRelease(atlas->Lock);

    WdfRequestComplete(Request, status);
}
