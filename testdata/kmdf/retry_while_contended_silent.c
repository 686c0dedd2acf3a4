/* Each round of the endless loop takes the lock and gives it back, whether it breaks, continues or goes on. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _CABLE_CONTEXT {
    WDFSPINLOCK Lock;
    BOOLEAN Owned;
    BOOLEAN Cut;
    ULONG Waits;
} CABLE_CONTEXT, *PCABLE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(CABLE_CONTEXT, CableGetContext)

EVT_WDF_DEVICE_SELF_MANAGED_IO_INIT CableEvtSelfManagedIoInit;

NTSTATUS
CableEvtSelfManagedIoInit(
    _In_ WDFDEVICE Device
    )
{
    PCABLE_CONTEXT cable = CableGetContext(Device);
    NTSTATUS status;

    for (;;) {
        WdfSpinLockAcquire(cable->Lock);
        if (cable->Cut) {
            status = STATUS_DEVICE_NOT_CONNECTED;
            WdfSpinLockRelease(cable->Lock);
            break;
        }
        if (!cable->Owned) {
            cable->Owned = TRUE;
            status = STATUS_SUCCESS;
            WdfSpinLockRelease(cable->Lock);
            break;
        }
        cable->Waits++;
        WdfSpinLockRelease(cable->Lock);
        KeStallExecutionProcessor(5);
    }

    return status;
}
