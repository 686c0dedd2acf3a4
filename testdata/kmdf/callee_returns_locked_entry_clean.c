/* The lookup returns its entry with the lock, or NULL without it; the caller releases for every found entry. */
#include <ntddk.h>
#include <wdf.h>

#define SHELVES 8

typedef struct _SHELF {
    ULONG Id;
    ULONG Boxes;
} SHELF, *PSHELF;

typedef struct _STORE_CONTEXT {
    WDFSPINLOCK Lock;
    SHELF Shelves[SHELVES];
} STORE_CONTEXT, *PSTORE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(STORE_CONTEXT, StoreGetContext)

EVT_WDF_IO_QUEUE_IO_READ StoreEvtIoRead;

static PSHELF
StoreFindShelfLocked(
    _In_ PSTORE_CONTEXT Store,
    _In_ ULONG Id
    )
{
    ULONG i;

    WdfSpinLockAcquire(Store->Lock);
    for (i = 0; i < SHELVES; i++) {
        if (Store->Shelves[i].Id == Id) {
            return &Store->Shelves[i];
        }
    }
    WdfSpinLockRelease(Store->Lock);
    return NULL;
}

VOID
StoreEvtIoRead(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t Length
    )
{
    PSTORE_CONTEXT store = StoreGetContext(WdfIoQueueGetDevice(Queue));
    PSHELF shelf = StoreFindShelfLocked(store, (ULONG)Length);

    if (shelf == NULL) {
        WdfRequestComplete(Request, STATUS_NOT_FOUND);
        return;
    }
    if (shelf->Boxes == 0) {
        WdfSpinLockRelease(store->Lock);
        WdfRequestComplete(Request, STATUS_NO_MORE_ENTRIES);
        return;
    }
    shelf->Boxes--;
    WdfSpinLockRelease(store->Lock);
    WdfRequestComplete(Request, STATUS_SUCCESS);
}
