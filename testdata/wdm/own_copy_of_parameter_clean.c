/* The helper clears its own copy of a parameter, and gives the mutex back. */
#include <ntddk.h>

typedef struct _SCALE {
    FAST_MUTEX Mutex;
    ULONG Weights[8];
    ULONG Kept;
} SCALE, *PSCALE;

DRIVER_DISPATCH ScaleWrite;

static VOID
ScaleKeep(
    _In_ PSCALE Scale,
    _In_ ULONG Count,
    _In_ BOOLEAN KeepOne
    )
{
    ULONG index;

    for (index = 0; index < Count; index++) {
        if (Scale->Weights[index] != 0 && KeepOne) {
            ExAcquireFastMutex(&Scale->Mutex);
            Scale->Kept = Scale->Weights[index];
            KeepOne = FALSE;
            ExReleaseFastMutex(&Scale->Mutex);
        }
    }
}

NTSTATUS
ScaleWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    UNREFERENCED_PARAMETER(Irp);
    ScaleKeep(DeviceObject->DeviceExtension, 8, TRUE);
    return STATUS_SUCCESS;
}
