/* The release that the reader sees stands in a comment and in a string only. */
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
    // WdfSpinLockRelease(organ->Lock);
    KdPrint(("WdfSpinLockRelease(organ->Lock);\n"));
#if 0
    WdfSpinLockRelease(organ->Lock);
#endif
}  // expect: WdfSpinlockRelease lock=organ->Lock acquire=21
