/* The helper gives back a mutex that its only caller never took. */
#include <ntddk.h>

typedef struct _SLUICE {
    KMUTEX Mutex;
    ULONG Level;
} SLUICE, *PSLUICE;

DRIVER_DISPATCH SluiceWrite;

static VOID
SluiceClose(
    _In_ PSLUICE Sluice
    )
{
    Sluice->Level = 0;
    KeReleaseMutex(&Sluice->Mutex, FALSE);  // expect: wdm/KernelMutex lock=&Sluice->Mutex kind=not-held confidence=medium
}

NTSTATUS
SluiceWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PSLUICE sluice = DeviceObject->DeviceExtension;

    UNREFERENCED_PARAMETER(Irp);
    SluiceClose(sluice);
    return STATUS_SUCCESS;
}
