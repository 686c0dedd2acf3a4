/* A reader and a writer can each have one mutex and wait for the other. */
#include <ntifs.h>

typedef struct _MARKET {
    FAST_MUTEX Stalls;
    FAST_MUTEX Prices;
    ULONG Level;
} MARKET, *PMARKET;

_Dispatch_type_(IRP_MJ_READ)
DRIVER_DISPATCH MarketRead;
_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH MarketWrite;

NTSTATUS
MarketRead(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PMARKET market = DeviceObject->DeviceExtension;

    ExAcquireFastMutex(&market->Stalls);
    ExAcquireFastMutex(&market->Prices);  // expect: LockOrder lock=&market->Stalls acquire=23 kind=wrong-order confidence=medium
    market->Level++;
    ExReleaseFastMutex(&market->Prices);
    ExReleaseFastMutex(&market->Stalls);
    return STATUS_SUCCESS;
}

NTSTATUS
MarketWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PMARKET market = DeviceObject->DeviceExtension;

    ExAcquireFastMutex(&market->Prices);
    ExAcquireFastMutex(&market->Stalls);  // expect: LockOrder lock=&market->Prices acquire=39 kind=wrong-order confidence=medium
    market->Level--;
    ExReleaseFastMutex(&market->Prices);
    ExReleaseFastMutex(&market->Stalls);
    return STATUS_SUCCESS;
}
