/* Every way out gives back what was taken. */
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
        FltReleaseResource(&niche->Resource);
        return FLT_PREOP_COMPLETE;
    }
    niche->Level += amount;
    FltReleaseResource(&niche->Resource);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
}
