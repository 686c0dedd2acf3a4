/* A pragma about something else, or one that stands elsewhere, suppresses nothing here. */
#include <ntddk.h>

typedef struct _RIVET {
    KSPIN_LOCK Lock;
    FAST_MUTEX Mutex;
    ULONG Level;
    ULONG Limit;
} RIVET, *PRIVET;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH RivetWrite;
_Dispatch_type_(IRP_MJ_READ)
DRIVER_DISPATCH RivetRead;

NTSTATUS
RivetWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PRIVET rivet = DeviceObject->DeviceExtension;

    UNREFERENCED_PARAMETER(Irp);
    ExAcquireFastMutex(&rivet->Mutex);
    if (rivet->Level > rivet->Limit) {
#pragma warning(suppress: 6386 26167)
        return STATUS_INVALID_PARAMETER;  // expect: wdm/FastMutex lock=&rivet->Mutex acquire=25
    }
    ExReleaseFastMutex(&rivet->Mutex);
    return STATUS_SUCCESS;
}

NTSTATUS
RivetRead(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PRIVET rivet = DeviceObject->DeviceExtension;

    UNREFERENCED_PARAMETER(Irp);
#pragma warning(suppress: 26165)
    ExAcquireFastMutex(&rivet->Mutex);
    rivet->Level--;
    return STATUS_SUCCESS;  // expect: wdm/FastMutex lock=&rivet->Mutex acquire=44
}
