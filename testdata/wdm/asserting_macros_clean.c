/* The macros assert something before they take and give back the mutex: that decides nothing, and each exit gives it back. */
#include <ntddk.h>

typedef struct _VAULT {
    FAST_MUTEX Mutex;
    ULONG Coins;
    ULONG Limit;
} VAULT, *PVAULT;

#define VaultLock(V) {                                  \
    ASSERT(KeAreApcsDisabled());                        \
    ExAcquireFastMutexUnsafe(&(V)->Mutex);              \
}

#define VaultUnlock(V) {                                \
    ASSERT((V)->Coins <= (V)->Limit);                   \
    ExReleaseFastMutexUnsafe(&(V)->Mutex);              \
}

DRIVER_DISPATCH VaultWrite;

NTSTATUS
VaultWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PVAULT vault = DeviceObject->DeviceExtension;

    UNREFERENCED_PARAMETER(Irp);
    KeEnterCriticalRegion();
    VaultLock(vault);
    if (vault->Coins == vault->Limit) {
        VaultUnlock(vault);
        KeLeaveCriticalRegion();
        return STATUS_DEVICE_BUSY;
    }
    vault->Coins++;
    VaultUnlock(vault);
    KeLeaveCriticalRegion();
    return STATUS_SUCCESS;
}
