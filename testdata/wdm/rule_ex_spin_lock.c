/* The check between acquire and release returns and forgets the release. */
#include <ntifs.h>

typedef struct _SPINDLE {
    EX_SPIN_LOCK Lock;
    ULONG Level;
    ULONG Limit;
} SPINDLE, *PSPINDLE;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH SpindleWrite;

NTSTATUS
SpindleWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PSPINDLE spindle = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;
    KIRQL irql;

    irql = ExAcquireSpinLockExclusive(&spindle->Lock);
    if (spindle->Level + amount > spindle->Limit) {
        return STATUS_INVALID_PARAMETER;  // expect: wdm/ExSpinLock lock=&spindle->Lock acquire=23
    }
    spindle->Level += amount;
    ExReleaseSpinLockExclusive(&spindle->Lock, irql);
    return STATUS_SUCCESS;
}
