/* The check between acquire and release returns and forgets the release. */
#include <ntifs.h>

typedef struct _EASEL {
    KSPIN_LOCK Lock;
    ULONG Level;
    ULONG Limit;
} EASEL, *PEASEL;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH EaselWrite;

NTSTATUS
EaselWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PEASEL easel = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;
    KIRQL irql;

    KeAcquireSpinLock(&easel->Lock, &irql);
    if (easel->Level + amount > easel->Limit) {
        return STATUS_INVALID_PARAMETER;  // expect: wdm/SpinLockRelease lock=&easel->Lock acquire=23
    }
    easel->Level += amount;
    KeReleaseSpinLock(&easel->Lock, irql);
    return STATUS_SUCCESS;
}
