/* The helper fails always, and has given the lock back then. */
#include <ntifs.h>

typedef struct _LOFT {
    KSPIN_LOCK Lock;
    ULONG Count;
} LOFT, *PLOFT;

IO_WORKITEM_ROUTINE LoftWork;

static NTSTATUS
LoftRefuse(
    _Inout_ PLOFT Loft,
    _Out_ PKIRQL Irql
    )
{
    KeAcquireSpinLock(&Loft->Lock, Irql);
    Loft->Count++;
    KeReleaseSpinLock(&Loft->Lock, *Irql);
    return STATUS_NOT_SUPPORTED;
}

VOID
LoftWork(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_opt_ PVOID Context
    )
{
    KIRQL irql;

    UNREFERENCED_PARAMETER(DeviceObject);
    (VOID)LoftRefuse(Context, &irql);
}
