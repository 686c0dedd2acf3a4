/* Hand over hand in a loop: at each step one lock more, then one less; the last is released after the loop. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _BEAD {
    struct _BEAD *Next;
    WDFSPINLOCK Lock;
    ULONG Colour;
} BEAD, *PBEAD;

typedef struct _STRING_CONTEXT {
    PBEAD First;
    ULONG Colours;
} STRING_CONTEXT, *PSTRING_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(STRING_CONTEXT, StringGetContext)

EVT_WDF_WORKITEM StringEvtCountWorkItem;

VOID
StringEvtCountWorkItem(
    _In_ WDFWORKITEM WorkItem
    )
{
    PSTRING_CONTEXT string = StringGetContext(WdfWorkItemGetParentObject(WorkItem));
    PBEAD bead = string->First;
    PBEAD next;

    WdfSpinLockAcquire(bead->Lock);
    while (bead->Next != NULL) {
        next = bead->Next;
        WdfSpinLockAcquire(next->Lock);
        string->Colours |= bead->Colour;
        WdfSpinLockRelease(bead->Lock);
        bead = next;
    }
    string->Colours |= bead->Colour;
    WdfSpinLockRelease(bead->Lock);
}
