/* An interrupt service routine that gives back the lock for interrupts of other devices too. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _CHIME_CONTEXT {
    WDFSPINLOCK Lock;
    volatile ULONG *Cause;
    ULONG Pending;
} CHIME_CONTEXT, *PCHIME_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(CHIME_CONTEXT, ChimeGetContext)

EVT_WDF_INTERRUPT_ISR ChimeEvtInterruptIsr;

BOOLEAN
ChimeEvtInterruptIsr(
    _In_ WDFINTERRUPT Interrupt,
    _In_ ULONG MessageID
    )
{
    PCHIME_CONTEXT chime = ChimeGetContext(WdfInterruptGetDevice(Interrupt));
    ULONG cause;

    UNREFERENCED_PARAMETER(MessageID);

    /* The interrupt is serviced at passive level, where a WDF spin lock may be taken. */
    WdfSpinLockAcquire(chime->Lock);
    cause = READ_REGISTER_ULONG(chime->Cause);
    if (cause == 0) {
        WdfSpinLockRelease(chime->Lock);
        return FALSE;
    }
    chime->Pending |= cause;
    WdfSpinLockRelease(chime->Lock);

    WdfInterruptQueueDpcForIsr(Interrupt);
    return TRUE;
}
