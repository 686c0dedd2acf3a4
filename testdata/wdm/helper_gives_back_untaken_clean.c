/* The helper gives back a mutex that its caller took. */
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
    KeReleaseMutex(&Sluice->Mutex, FALSE);
}

NTSTATUS
SluiceWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PSLUICE sluice = DeviceObject->DeviceExtension;

    UNREFERENCED_PARAMETER(Irp);
    KeWaitForMutexObject(&sluice->Mutex, Executive, KernelMode, FALSE, NULL);
    SluiceClose(sluice);
    return STATUS_SUCCESS;
}
