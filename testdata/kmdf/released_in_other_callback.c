/* One callback takes the lock for the other to release it: wrong in both, each must be balanced by itself. */
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
    return STATUS_SUCCESS;  // expect: WdfSpinlockRelease lock=locomotive->Lock acquire=23
}

NTSTATUS
LocomotiveEvtSelfManagedIoRestart(
    _In_ WDFDEVICE Device
    )
{
    PLOCOMOTIVE_CONTEXT locomotive = LocomotiveGetContext(Device);

    locomotive->Parked = FALSE;
    WdfSpinLockRelease(locomotive->Lock);  // expect: WdfSpinlockRelease lock=locomotive->Lock kind=not-held
    return STATUS_SUCCESS;
}
