/* The function compares with STATUS_TIMEOUT, but another status: that of the wait for the mutex is taken for success. */
#include <ntddk.h>

typedef struct _HATCH {
    KMUTEX Mutex;
    KEVENT Event;
    ULONG Opened;
} HATCH, *PHATCH;

DRIVER_DISPATCH HatchWrite;

NTSTATUS
HatchWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PHATCH hatch = DeviceObject->DeviceExtension;
    LARGE_INTEGER soon;
    NTSTATUS ready;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Irp);
    soon.QuadPart = -10000;
    ready = KeWaitForSingleObject(&hatch->Event, Executive, KernelMode, FALSE, &soon);
    if (ready == STATUS_TIMEOUT) {
        return STATUS_DEVICE_BUSY;
    }
    status = KeWaitForMutexObject(&hatch->Mutex, Executive, KernelMode, FALSE, &soon);
    if (!NT_SUCCESS(status)) {
        return status;
    }
    hatch->Opened++;
    KeReleaseMutex(&hatch->Mutex, FALSE);  // expect: WaitLockTimeoutTreatedAsHeld lock=&hatch->Mutex kind=not-held
    return STATUS_SUCCESS;
}
