/* One acquire, two leaking returns: one finding for each. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _BADGE_CONTEXT {
    WDFSPINLOCK Lock;
    BOOLEAN Revoked;
    ULONG Attempts;
    ULONG Credits;
} BADGE_CONTEXT, *PBADGE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(BADGE_CONTEXT, BadgeGetContext)

EVT_WDF_DEVICE_SELF_MANAGED_IO_INIT BadgeEvtSelfManagedIoInit;

NTSTATUS
BadgeEvtSelfManagedIoInit(
    _In_ WDFDEVICE Device
    )
{
    PBADGE_CONTEXT badge = BadgeGetContext(Device);

    WdfSpinLockAcquire(badge->Lock);
    badge->Attempts++;
    if (badge->Revoked) {
        return STATUS_DELETE_PENDING;  // expect: WdfSpinlockRelease lock=badge->Lock acquire=23
    }
    if (badge->Credits == 0) {
        return STATUS_INSUFFICIENT_RESOURCES;  // expect: WdfSpinlockRelease lock=badge->Lock acquire=23
    }
    badge->Credits--;
    WdfSpinLockRelease(badge->Lock);
    return STATUS_SUCCESS;
}
