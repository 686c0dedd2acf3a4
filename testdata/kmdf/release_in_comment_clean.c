/* Comments and strings speak of acquiring, the code does it once and releases once. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _ORGAN_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Pipes;
} ORGAN_CONTEXT, *PORGAN_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(ORGAN_CONTEXT, OrganGetContext)

EVT_WDF_DEVICE_SELF_MANAGED_IO_FLUSH OrganEvtSelfManagedIoFlush;

VOID
OrganEvtSelfManagedIoFlush(
    _In_ WDFDEVICE Device
    )
{
    PORGAN_CONTEXT organ = OrganGetContext(Device);

    WdfSpinLockAcquire(organ->Lock);
    organ->Pipes = 0;
    /* WdfSpinLockAcquire(organ->Lock); would hang here */
    KdPrint(("WdfSpinLockAcquire(organ->Lock); \" return;\n"));
#if 0
    WdfSpinLockAcquire(organ->Lock);
#endif
    WdfSpinLockRelease(organ->Lock);
}
