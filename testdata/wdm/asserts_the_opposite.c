/* A branch asserts the opposite of its condition, to stop in a debugger, and goes on without the release. */
#include <ntddk.h>

typedef struct _BELL {
    FAST_MUTEX Mutex;
    ULONG Rings;
} BELL, *PBELL;

DRIVER_DISPATCH BellDispatchWrite;

NTSTATUS BellRing(_Inout_ PBELL Bell);

NTSTATUS
BellDispatchWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PBELL bell = DeviceObject->DeviceExtension;
    NTSTATUS status;

    ExAcquireFastMutex(&bell->Mutex);
    status = BellRing(bell);
    if (!NT_SUCCESS(status)) {
        NT_ASSERT(NT_SUCCESS(status) && L"the bell is cracked");
        return status;  // expect: wdm/FastMutex lock=&bell->Mutex acquire=22
    }
    bell->Rings++;
    ExReleaseFastMutex(&bell->Mutex);
    return status;
}
