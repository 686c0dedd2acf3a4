/* The check between acquire and release returns and forgets the release. */
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
        return FLT_PREOP_COMPLETE;  // expect: fltmgr/FltPushLock lock=&ottoman->Lock acquire=21
    }
    ottoman->Level += amount;
    FltReleasePushLock(&ottoman->Lock);
    return FLT_PREOP_SUCCESS_NO_CALLBACK;
}
