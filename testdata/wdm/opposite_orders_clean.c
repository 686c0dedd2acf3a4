/* Reader and writer take the mutexes in the same order. */
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
    ExAcquireFastMutex(&market->Prices);
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

    ExAcquireFastMutex(&market->Stalls);
    ExAcquireFastMutex(&market->Prices);
    market->Level--;
    ExReleaseFastMutex(&market->Prices);
    ExReleaseFastMutex(&market->Stalls);
    return STATUS_SUCCESS;
}
