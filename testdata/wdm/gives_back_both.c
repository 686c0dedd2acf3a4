/* Two resources of one name are given back one after the other, but one way forgets the second. */
#include <ntifs.h>

typedef struct _ENTRY {
    struct _ENTRY *Next;
    ERESOURCE Resource;
    ULONG Id;
} ENTRY, *PENTRY;

typedef struct _TABLE {
    ERESOURCE Resource;
    PENTRY First;
    ULONG Limit;
} TABLE, *PTABLE;

DRIVER_DISPATCH TableWrite;

static PENTRY
TableFind(
    _In_ PTABLE Table,
    _In_ ULONG Id
    )
{
    PENTRY entry;

    for (entry = Table->First; entry != NULL; entry = entry->Next) {
        if (entry->Id == Id) {
            ExAcquireResourceSharedLite(&entry->Resource, TRUE);
            return entry;
        }
    }
    return NULL;
}

NTSTATUS
TableWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PTABLE table = DeviceObject->DeviceExtension;
    PENTRY entry;

    KeEnterCriticalRegion();
    ExAcquireResourceExclusiveLite(&table->Resource, TRUE);
    entry = TableFind(table, Irp->Size);
    if (entry != NULL && entry->Id > table->Limit) {
        ExReleaseResourceLite(&entry->Resource);
        KeLeaveCriticalRegion();
        return STATUS_INVALID_PARAMETER;  // expect: wdm/ExclusiveResourceAccessRelease lock=&table->Resource acquire=45
    }
    if (entry != NULL) {
        ExReleaseResourceLite(&entry->Resource);
    }
    ExReleaseResourceLite(&table->Resource);
    KeLeaveCriticalRegion();
    return STATUS_SUCCESS;
}
