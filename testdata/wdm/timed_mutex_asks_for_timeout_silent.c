/* The wait is not alertable, so it ends with the mutex or by its time-out, and that is asked for by name. */
#include <ntddk.h>

typedef struct _WICKET {
    KMUTEX Mutex;
    ULONG Passed;
} WICKET, *PWICKET;

DRIVER_DISPATCH WicketDispatchWrite;

NTSTATUS
WicketDispatchWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PWICKET wicket = DeviceObject->DeviceExtension;
    LARGE_INTEGER zero;
    NTSTATUS status;

    zero.QuadPart = 0;
    status = KeWaitForMutexObject(&wicket->Mutex, Executive, KernelMode, FALSE, &zero);
    if (status == STATUS_TIMEOUT) {
        return STATUS_DEVICE_BUSY;
    }
    wicket->Passed++;
    KeReleaseMutex(&wicket->Mutex, FALSE);
    return STATUS_SUCCESS;
}
