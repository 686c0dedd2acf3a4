/* A flag in the context carries the state from one callback to the other, and each takes the lock for itself. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _LOCOMOTIVE_CONTEXT {
    WDFSPINLOCK Lock;
    BOOLEAN Parked;
    ULONG Stops;
} LOCOMOTIVE_CONTEXT, *PLOCOMOTIVE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(LOCOMOTIVE_CONTEXT, LocomotiveGetContext)

EVT_WDF_DEVICE_SELF_MANAGED_IO_SUSPEND LocomotiveEvtSelfManagedIoSuspend;
EVT_WDF_DEVICE_SELF_MANAGED_IO_RESTART LocomotiveEvtSelfManagedIoRestart;

NTSTATUS
LocomotiveEvtSelfManagedIoSuspend(
    _In_ WDFDEVICE Device
    )
{
    PLOCOMOTIVE_CONTEXT locomotive = LocomotiveGetContext(Device);

    WdfSpinLockAcquire(locomotive->Lock);
    locomotive->Stops++;
    locomotive->Parked = TRUE;
    WdfSpinLockRelease(locomotive->Lock);
    return STATUS_SUCCESS;
}

NTSTATUS
LocomotiveEvtSelfManagedIoRestart(
    _In_ WDFDEVICE Device
    )
{
    PLOCOMOTIVE_CONTEXT locomotive = LocomotiveGetContext(Device);

    WdfSpinLockAcquire(locomotive->Lock);
    locomotive->Parked = FALSE;
    WdfSpinLockRelease(locomotive->Lock);
    return STATUS_SUCCESS;
}
