/* The mutex is taken before it is given back. */
#include <ntddk.h>

typedef struct _LOOM {
    KMUTEX Mutex;
    ULONG Threads;
    ULONG Limit;
} LOOM, *PLOOM;

DRIVER_DISPATCH LoomWrite;

NTSTATUS
LoomWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PLOOM loom = DeviceObject->DeviceExtension;

    UNREFERENCED_PARAMETER(Irp);
    KeWaitForMutexObject(&loom->Mutex, Executive, KernelMode, FALSE, NULL);
    loom->Threads++;
    KeReleaseMutex(&loom->Mutex, FALSE);
    return STATUS_SUCCESS;
}
