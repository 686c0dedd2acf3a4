/* The helper fails always, and keeps the lock: whoever calls it has it. */
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
}  // expect: wdm/SpinLockRelease lock=&Context->Lock acquire=17
