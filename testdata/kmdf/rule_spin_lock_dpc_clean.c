/* The nested block relies on what the function has taken. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _ANVIL_CONTEXT {
    KSPIN_LOCK Lock;
    ULONG Level;
    ULONG Limit;
} ANVIL_CONTEXT, *PANVIL_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(ANVIL_CONTEXT, AnvilGetContext)

EVT_WDF_IO_QUEUE_IO_WRITE AnvilEvtIoWrite;

VOID
AnvilEvtIoWrite(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PANVIL_CONTEXT anvil = AnvilGetContext(WdfIoQueueGetDevice(Queue));
    KIRQL irql;

    irql = KeAcquireSpinLockRaiseToDpc(&anvil->Lock);
    anvil->Level += Length;
    if (anvil->Level > anvil->Limit) {
        anvil->Level = anvil->Limit;
    }
    KeReleaseSpinLock(&anvil->Lock, irql);
}
