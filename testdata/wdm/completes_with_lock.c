/* The request is completed before the lock is given back. */
#include <ntifs.h>

typedef struct _SIEVE {
    KSPIN_LOCK Lock;
    ULONG Level;
} SIEVE, *PSIEVE;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH SieveWrite;

NTSTATUS
SieveWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PSIEVE sieve = DeviceObject->DeviceExtension;
    KIRQL irql;

    KeAcquireSpinLock(&sieve->Lock, &irql);
    sieve->Level++;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);  // expect: wdm/SpinLockSafe lock=&sieve->Lock acquire=21 kind=forbidden-call
    KeReleaseSpinLock(&sieve->Lock, irql);
    return STATUS_SUCCESS;
}
