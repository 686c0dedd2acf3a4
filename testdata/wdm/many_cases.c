/* Two switches over one code, with more cases than are told apart one by one: one of them goes another way. */
#include <ntifs.h>

typedef struct _FCB {
    FAST_MUTEX Mutex;
    ULONG Count;
} FCB, *PFCB;

DRIVER_DISPATCH FileSystemControl;

NTSTATUS
FileSystemControl(
    _In_ PDEVICE_OBJECT DeviceObject,
    _Inout_ PIRP Irp
    )
{
    PIO_STACK_LOCATION stack = IoGetCurrentIrpStackLocation(Irp);
    PFCB fcb = stack->FileObject->FsContext;
    ULONG code = stack->Parameters.FileSystemControl.FsControlCode;

    UNREFERENCED_PARAMETER(DeviceObject);
    switch (code) {
    case FSCTL_REQUEST_OPLOCK_LEVEL_1:
    case FSCTL_REQUEST_OPLOCK_LEVEL_2:
    case FSCTL_REQUEST_BATCH_OPLOCK:
    case FSCTL_REQUEST_FILTER_OPLOCK:
    case FSCTL_OPLOCK_BREAK_NOTIFY:
        ExAcquireFastMutex(&fcb->Mutex);
        break;
    case FSCTL_LOCK_VOLUME:
    case FSCTL_UNLOCK_VOLUME:
        break;
    default:
        break;
    }

    switch (code) {
    case FSCTL_REQUEST_OPLOCK_LEVEL_1:
    case FSCTL_REQUEST_OPLOCK_LEVEL_2:
    case FSCTL_REQUEST_BATCH_OPLOCK:
    case FSCTL_REQUEST_FILTER_OPLOCK:
        fcb->Count++;
        ExReleaseFastMutex(&fcb->Mutex);
        break;
    default:
        return STATUS_INVALID_DEVICE_REQUEST; // expect: wdm/FastMutex lock=&fcb->Mutex acquire=28
    }
    return STATUS_SUCCESS;
}
