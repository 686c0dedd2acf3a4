/* What stands behind the return and under if (FALSE) is never executed. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _ATTIC_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Boxes;
} ATTIC_CONTEXT, *PATTIC_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(ATTIC_CONTEXT, AtticGetContext)

EVT_WDF_DEVICE_RELEASE_HARDWARE AtticEvtReleaseHardware;

NTSTATUS
AtticEvtReleaseHardware(
    _In_ WDFDEVICE Device,
    _In_ WDFCMRESLIST ResourcesTranslated
    )
{
    PATTIC_CONTEXT attic = AtticGetContext(Device);

    UNREFERENCED_PARAMETER(ResourcesTranslated);

    WdfSpinLockAcquire(attic->Lock);
    if (FALSE) {
        return STATUS_UNSUCCESSFUL;
    }
    attic->Boxes = 0;
    WdfSpinLockRelease(attic->Lock);
    return STATUS_SUCCESS;

    WdfSpinLockAcquire(attic->Lock);
    return STATUS_UNSUCCESSFUL;
}
