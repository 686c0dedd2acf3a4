/* What is queued gets no memory, and the resource stays with the thread. */
#include <ntifs.h>

typedef struct _KILN {
    ERESOURCE Resource;
    BOOLEAN Closed;
} KILN, *PKILN;

typedef struct _FIRING {
    WORK_QUEUE_ITEM Item;
    PKILN Kiln;
} FIRING, *PFIRING;

DRIVER_DISPATCH KilnDispatchWrite;
WORKER_THREAD_ROUTINE KilnFire;

VOID
KilnFire(
    _In_ PVOID Parameter
    )
{
    PFIRING firing = Parameter;

    ExReleaseResourceForThreadLite(&firing->Kiln->Resource, (ERESOURCE_THREAD)((ULONG_PTR)firing | 3));
    ExFreePool(firing);
}

static NTSTATUS
KilnQueueFiring(
    _Inout_ PKILN Kiln
    )
{
    PFIRING firing;

    ExAcquireResourceSharedLite(&Kiln->Resource, TRUE);
    if (Kiln->Closed) {
        ExReleaseResourceLite(&Kiln->Resource);
        return STATUS_CANCELLED;
    }
    firing = ExAllocatePool(NonPagedPool, sizeof(FIRING));
    if (firing == NULL) {
        return STATUS_INSUFFICIENT_RESOURCES;  // expect: wdm/SharedResourceAccess lock=&Kiln->Resource acquire=35
    }
    firing->Kiln = Kiln;
    ExSetResourceOwnerPointer(&Kiln->Resource, (PVOID)((ULONG_PTR)firing | 3));
    ExInitializeWorkItem(&firing->Item, KilnFire, firing);
    ExQueueWorkItem(&firing->Item, DelayedWorkQueue);
    return STATUS_SUCCESS;
}

NTSTATUS
KilnDispatchWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    NTSTATUS status;

    KeEnterCriticalRegion();
    status = KilnQueueFiring(DeviceObject->DeviceExtension);
    KeLeaveCriticalRegion();
    return status;
}
