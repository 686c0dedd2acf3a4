/* The helper gives back its caller's resource and takes it again: what it takes then it does not keep for itself. */
#include <ntifs.h>

typedef struct _VAULT {
    ERESOURCE Resource;
    ULONG Waiting;
} VAULT, *PVAULT;

DRIVER_DISPATCH VaultDispatchFlush;

NTSTATUS VaultWait(_In_ PVAULT Vault);

static NTSTATUS
VaultLetOthersIn(
    _Inout_ PVAULT Vault
    )
{
    NTSTATUS status;

    if (Vault->Waiting == 0) {
        return STATUS_SUCCESS;
    }
    ExReleaseResourceLite(&Vault->Resource);
    status = VaultWait(Vault);
    ExAcquireResourceExclusiveLite(&Vault->Resource, TRUE);
    return status;
}

NTSTATUS
VaultDispatchFlush(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PVAULT vault = DeviceObject->DeviceExtension;
    NTSTATUS status;

    KeEnterCriticalRegion();
    ExAcquireResourceExclusiveLite(&vault->Resource, TRUE);
    status = VaultLetOthersIn(vault);
    ExReleaseResourceLite(&vault->Resource);
    KeLeaveCriticalRegion();
    return status;
}
