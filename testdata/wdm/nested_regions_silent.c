/* Critical regions nest. */
#include <ntifs.h>

typedef struct _CLOISTER {
    ULONG Level;
} CLOISTER, *PCLOISTER;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH CloisterWrite;

NTSTATUS
CloisterWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PCLOISTER cloister = DeviceObject->DeviceExtension;

    KeEnterCriticalRegion();
    KeEnterCriticalRegion();
    cloister->Level++;
    KeLeaveCriticalRegion();
    KeLeaveCriticalRegion();
    return STATUS_SUCCESS;
}
