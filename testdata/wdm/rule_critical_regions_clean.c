/* Every way out gives back what was taken. */
#include <ntifs.h>

typedef struct _JETTY {
    ULONG Level;
    ULONG Limit;
} JETTY, *PJETTY;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH JettyWrite;

NTSTATUS
JettyWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PJETTY jetty = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;

    KeEnterCriticalRegion();
    if (jetty->Level + amount > jetty->Limit) {
        KeLeaveCriticalRegion();
        return STATUS_INVALID_PARAMETER;
    }
    jetty->Level += amount;
    KeLeaveCriticalRegion();
    return STATUS_SUCCESS;
}
