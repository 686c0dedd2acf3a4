/* The lock is reached by calling the accessor again and again; the busy branch returns with it. */
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
    UNREFERENCED_PARAMETER(ResourcesRaw);
    UNREFERENCED_PARAMETER(ResourcesTranslated);

    WdfSpinLockAcquire(GetTurnstile(Device)->Lock);
    if (GetTurnstile(Device)->Jammed) {
        return STATUS_DEVICE_NOT_READY;  // expect: WdfSpinlockRelease lock=GetTurnstile(Device)->Lock acquire=25
    }
    GetTurnstile(Device)->Passages = 0;
    WdfSpinLockRelease(GetTurnstile(Device)->Lock);
    return STATUS_SUCCESS;
}
