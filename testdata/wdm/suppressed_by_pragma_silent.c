/* The source tells the compiler that a leak is meant; a lock analyser is told, too. */
#include <ntddk.h>

typedef struct _BOLT {
    KSPIN_LOCK Lock;
    FAST_MUTEX Mutex;
    ULONG Level;
    ULONG Limit;
} BOLT, *PBOLT;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH BoltWrite;
_Dispatch_type_(IRP_MJ_READ)
DRIVER_DISPATCH BoltRead;
_Dispatch_type_(IRP_MJ_CREATE)
DRIVER_DISPATCH BoltCreate;

NTSTATUS
BoltWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PBOLT bolt = DeviceObject->DeviceExtension;
    KIRQL irql;

    UNREFERENCED_PARAMETER(Irp);
    KeAcquireSpinLock(&bolt->Lock, &irql);
    if (bolt->Level > bolt->Limit) {
#pragma warning(suppress: 28167 26165)
        // padlog-ignore wdm/SpinLock: not needed, the line above says it
        return STATUS_INVALID_PARAMETER;
    }
    KeReleaseSpinLock(&bolt->Lock, irql);
    return STATUS_SUCCESS;
}

NTSTATUS
BoltRead(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PBOLT bolt = DeviceObject->DeviceExtension;

    UNREFERENCED_PARAMETER(Irp);
    ExAcquireFastMutex(&bolt->Mutex);
    if (bolt->Level > bolt->Limit) {
#pragma prefast(suppress: 26165, "the next call gives it back")
        return STATUS_INVALID_PARAMETER;
    }
    ExReleaseFastMutex(&bolt->Mutex);
    return STATUS_SUCCESS;
}

NTSTATUS
BoltCreate(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PBOLT bolt = DeviceObject->DeviceExtension;

    UNREFERENCED_PARAMETER(Irp);
    __pragma(warning(suppress:26167)) ExReleaseFastMutex(&bolt->Mutex);
    return STATUS_SUCCESS;
}
