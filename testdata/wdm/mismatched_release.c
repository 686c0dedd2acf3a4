/* What was taken at DISPATCH_LEVEL is given back by the function that lowers the IRQL. */
#include <ntifs.h>

typedef struct _COMB {
    KSPIN_LOCK Lock;
    ULONG Level;
} COMB, *PCOMB;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH CombWrite;

NTSTATUS
CombWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PCOMB comb = DeviceObject->DeviceExtension;
    KIRQL irql = KeGetCurrentIrql();

    KeAcquireSpinLockAtDpcLevel(&comb->Lock);
    comb->Level++;
    KeReleaseSpinLock(&comb->Lock, irql);  // expect: MismatchedRelease lock=&comb->Lock acquire=21 kind=wrong-release
    return STATUS_SUCCESS;
}
