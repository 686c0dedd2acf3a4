/* The check between acquire and release returns and forgets the release. */
#include <ntifs.h>

typedef struct _QUILL {
    KMUTEX Mutex;
    ULONG Level;
    ULONG Limit;
} QUILL, *PQUILL;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH QuillWrite;

NTSTATUS
QuillWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PQUILL quill = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;

    KeWaitForSingleObject(&quill->Mutex, Executive, KernelMode, FALSE, NULL);
    if (quill->Level + amount > quill->Limit) {
        return STATUS_INVALID_PARAMETER;  // expect: wdm/KernelMutex lock=&quill->Mutex acquire=22
    }
    quill->Level += amount;
    KeReleaseMutex(&quill->Mutex, FALSE);
    return STATUS_SUCCESS;
}
