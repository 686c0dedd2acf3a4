/* The lock is given back before the request is completed. */
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
    KeReleaseSpinLock(&sieve->Lock, irql);
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return STATUS_SUCCESS;
}
