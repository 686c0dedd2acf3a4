/* The source says that nobody is to judge what the function does with the resource. */
#include <ntifs.h>

typedef struct _LODGE {
    ERESOURCE Resource;
} LODGE, *PLODGE;

DRIVER_DISPATCH LodgeDispatchCreate;

NTSTATUS
LodgeDispatchCreate(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PLODGE lodge = DeviceObject->DeviceExtension;

    _Analysis_suppress_lock_checking_(lodge->Resource);
    FsRtlEnterFileSystem();
    ExAcquireResourceSharedLite(&lodge->Resource, TRUE);
    FsRtlExitFileSystem();
    return STATUS_SUCCESS;
}
