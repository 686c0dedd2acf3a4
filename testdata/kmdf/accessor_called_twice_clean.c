/* The accessor called again, and the local that holds its result, are the same lock. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _TURNSTILE_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Passages;
    BOOLEAN Jammed;
} TURNSTILE_CONTEXT, *PTURNSTILE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(TURNSTILE_CONTEXT, GetTurnstile)

EVT_WDF_DEVICE_PREPARE_HARDWARE TurnstileEvtPrepareHardware;

NTSTATUS
TurnstileEvtPrepareHardware(
    _In_ WDFDEVICE Device,
    _In_ WDFCMRESLIST ResourcesRaw,
    _In_ WDFCMRESLIST ResourcesTranslated
    )
{
    PTURNSTILE_CONTEXT turnstile = GetTurnstile(Device);

    UNREFERENCED_PARAMETER(ResourcesRaw);
    UNREFERENCED_PARAMETER(ResourcesTranslated);

    WdfSpinLockAcquire(GetTurnstile(Device)->Lock);
    if (GetTurnstile(Device)->Jammed) {
        WdfSpinLockRelease(turnstile->Lock);
        return STATUS_DEVICE_NOT_READY;
    }
    GetTurnstile(Device)->Passages = 0;
    WdfSpinLockRelease(turnstile->Lock);
    return STATUS_SUCCESS;
}
