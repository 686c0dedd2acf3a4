/* Every way out gives back what was taken. */
#include <fltKernel.h>

typedef struct _OTTOMAN {
    EX_PUSH_LOCK Lock;
    ULONG Level;
    ULONG Limit;
} OTTOMAN, *POTTOMAN;

_Function_class_(PFLT_PRE_OPERATION_CALLBACK)
FLT_PREOP_CALLBACK_STATUS
OttomanPreWrite(
    _Inout_ PFLT_CALLBACK_DATA Data,
    _In_ PCFLT_RELATED_OBJECTS Objects,
    _Out_ PVOID *CompletionContext
    )
{
    POTTOMAN ottoman = *CompletionContext;
    ULONG amount = Data->Iopb->Parameters.Write.Length;

    FltAcquirePushLockExclusive(&ottoman->Lock);
    if (ottoman->Level + amount > ottoman->Limit) {
        FltReleasePushLock(&ottoman->Lock);
        return FLT_PREOP_COMPLETE;
    }
    ottoman->Level += amount;
    FltReleasePushLock(&ottoman->Lock);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
}
