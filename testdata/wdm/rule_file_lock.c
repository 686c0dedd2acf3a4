/* The check between acquire and release returns and forgets the release. */
#include <ntifs.h>

typedef struct _ZITHER {
    PFILE_OBJECT File;
    ULONG Level;
    ULONG Limit;
} ZITHER, *PZITHER;

_Dispatch_type_(IRP_MJ_WRITE)
DRIVER_DISPATCH ZitherWrite;

NTSTATUS
ZitherWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PZITHER zither = DeviceObject->DeviceExtension;
    ULONG amount = IoGetCurrentIrpStackLocation(Irp)->Parameters.Write.Length;

    FsRtlAcquireFileExclusive(zither->File);
    if (zither->Level + amount > zither->Limit) {
        return STATUS_INVALID_PARAMETER;  // expect: wdm/FileLock lock=zither->File acquire=22
    }
    zither->Level += amount;
    FsRtlReleaseFile(zither->File);
    return STATUS_SUCCESS;
}
