/* The memory manager asks the file system for its lock, and gives it back by another callback. */
#include <ntifs.h>

typedef struct _SHEAF {
    ERESOURCE Resource;
    ULONG Leaves;
} SHEAF, *PSHEAF;

DRIVER_INITIALIZE DriverEntry;

NTSTATUS
SheafAcquireForSection(
    _In_ PFS_FILTER_CALLBACK_DATA Data,
    _Out_ PVOID *CompletionContext
    )
{
    PSHEAF sheaf = Data->FileObject->FsContext;

    *CompletionContext = NULL;
    ExAcquireResourceExclusiveLite(&sheaf->Resource, TRUE);
    if (sheaf->Leaves == 0) {
        return STATUS_FILE_LOCKED_WITH_ONLY_READERS;
    }
    return STATUS_FILE_LOCKED_WITH_WRITERS;
}

NTSTATUS
DriverEntry(
    _In_ PDRIVER_OBJECT DriverObject,
    _In_ PUNICODE_STRING RegistryPath
    )
{
    FS_FILTER_CALLBACKS callbacks;

    UNREFERENCED_PARAMETER(RegistryPath);
    RtlZeroMemory(&callbacks, sizeof(callbacks));
    callbacks.PreAcquireForSectionSynchronization = SheafAcquireForSection;
    return FsRtlRegisterFileSystemFilterCallbacks(DriverObject, &callbacks);
}
