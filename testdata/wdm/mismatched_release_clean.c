/* What was taken at DISPATCH_LEVEL is given back there. */
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

    KeAcquireSpinLockAtDpcLevel(&comb->Lock);
    comb->Level++;
    KeReleaseSpinLockFromDpcLevel(&comb->Lock);
    return STATUS_SUCCESS;
}
