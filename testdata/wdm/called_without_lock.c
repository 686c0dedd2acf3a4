/* No caller of the helper has the resource that the helper gives back. */
#include <ntifs.h>

typedef struct _CRYPT {
    ERESOURCE Resource;
    ULONG Count;
} CRYPT, *PCRYPT;

DRIVER_DISPATCH CryptWrite;
DRIVER_DISPATCH CryptRead;

static VOID
CryptAdd(
    _Inout_ PCRYPT Crypt
    )
{
    KeEnterCriticalRegion();
    Crypt->Count++;
    ExReleaseResourceLite(&Crypt->Resource);  // expect: wdm/ExclusiveResourceAccessRelease kind=not-held lock=&Crypt->Resource confidence=medium
    KeLeaveCriticalRegion();
}

NTSTATUS
CryptWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    UNREFERENCED_PARAMETER(Irp);
    CryptAdd(DeviceObject->DeviceExtension);
    return STATUS_SUCCESS;
}

NTSTATUS
CryptRead(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    UNREFERENCED_PARAMETER(Irp);
    CryptAdd(DeviceObject->DeviceExtension);
    return STATUS_SUCCESS;
}
