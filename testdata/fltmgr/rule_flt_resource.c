/* The check between acquire and release returns and forgets the release. */
#include <fltKernel.h>

typedef struct _NICHE {
    ERESOURCE Resource;
    ULONG Level;
    ULONG Limit;
} NICHE, *PNICHE;

_Function_class_(PFLT_PRE_OPERATION_CALLBACK)
FLT_PREOP_CALLBACK_STATUS
NichePreWrite(
    _Inout_ PFLT_CALLBACK_DATA Data,
    _In_ PCFLT_RELATED_OBJECTS Objects,
    _Out_ PVOID *CompletionContext
    )
{
    PNICHE niche = *CompletionContext;
    ULONG amount = Data->Iopb->Parameters.Write.Length;

    FltAcquireResourceExclusive(&niche->Resource);
    if (niche->Level + amount > niche->Limit) {
        return FLT_PREOP_COMPLETE;  // expect: fltmgr/FltResource lock=&niche->Resource acquire=21
    }
    niche->Level += amount;
    FltReleaseResource(&niche->Resource);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
}
