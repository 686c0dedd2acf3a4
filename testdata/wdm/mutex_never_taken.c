/* The mutex, which a thread may take several times, is given back by one that never took it, nor has anybody done so for it. */
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
    loom->Threads++;
    KeReleaseMutex(&loom->Mutex, FALSE);  // expect: wdm/KernelMutex lock=&loom->Mutex kind=not-held confidence=medium
    return STATUS_SUCCESS;
}
