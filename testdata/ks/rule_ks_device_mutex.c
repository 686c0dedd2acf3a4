/* The check between acquire and release returns and forgets the release. */
#include <ntddk.h>
#include <ks.h>

typedef struct _RIVET {
    PKSDEVICE Device;
    ULONG Level;
    ULONG Limit;
} RIVET, *PRIVET;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH RivetWrite;

NTSTATUS
RivetWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PRIVET rivet = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;

    KsAcquireDevice(rivet->Device);
    if (rivet->Level + amount > rivet->Limit) {
        return STATUS_INVALID_PARAMETER;  // expect: ks/KsDeviceMutex lock=rivet->Device acquire=23
    }
    rivet->Level += amount;
    KsReleaseDevice(rivet->Device);
    return STATUS_SUCCESS;
}
