/* The same unchanged value is switched on twice: what the first switch locks, the second unlocks. */
#include <ntddk.h>
#include <wdf.h>

typedef enum _CARD_KIND { CardNone, CardChip, CardStripe } CARD_KIND;

typedef struct _READER_CONTEXT {
    WDFSPINLOCK ChipLock;
    WDFSPINLOCK StripeLock;
    CARD_KIND Kind;
    ULONG Reads;
} READER_CONTEXT, *PREADER_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(READER_CONTEXT, ReaderGetContext)

EVT_WDF_TIMER ReaderEvtTimer;

VOID
ReaderEvtTimer(
    _In_ WDFTIMER Timer
    )
{
    PREADER_CONTEXT reader = ReaderGetContext(WdfTimerGetParentObject(Timer));
    CARD_KIND kind = reader->Kind;

    switch (kind) {
    case CardChip:
        WdfSpinLockAcquire(reader->ChipLock);
        break;
    case CardStripe:
        WdfSpinLockAcquire(reader->StripeLock);
        break;
    default:
        return;
    }

    reader->Reads++;

    switch (kind) {
    case CardChip:
        WdfSpinLockRelease(reader->ChipLock);
        break;
    case CardStripe:
        WdfSpinLockRelease(reader->StripeLock);
        break;
    default:
        break;
    }
}
