/* One helper takes the mutex and does no more, another gives it back: that the first may wait in vain is not looked at. */
#include <ntddk.h>

typedef struct _BOOTH {
    KMUTEX Mutex;
    ULONG Seats;
} BOOTH, *PBOOTH;

DRIVER_DISPATCH BoothWrite;

static VOID
BoothEnter(
    _In_ PBOOTH Booth
    )
{
    LARGE_INTEGER now;

    if (KeGetCurrentIrql() == DISPATCH_LEVEL) {
        now.QuadPart = 0;
        KeWaitForMutexObject(&Booth->Mutex, Executive, KernelMode, FALSE, &now);
    } else {
        KeWaitForMutexObject(&Booth->Mutex, Executive, KernelMode, FALSE, NULL);
    }
}

static VOID
BoothLeave(
    _In_ PBOOTH Booth
    )
{
    KeReleaseMutex(&Booth->Mutex, FALSE);
}

NTSTATUS
BoothWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PBOOTH booth = DeviceObject->DeviceExtension;

    UNREFERENCED_PARAMETER(Irp);
    BoothEnter(booth);
    booth->Seats--;
    BoothLeave(booth);
    return STATUS_SUCCESS;
}
