/* The worker's loop has no way out, and each of its rounds is balanced. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _MILLSTONE_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Sacks;
    ULONG Flour;
} MILLSTONE_CONTEXT, *PMILLSTONE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(MILLSTONE_CONTEXT, MillstoneGetContext)

KSTART_ROUTINE MillstoneThread;
EVT_WDF_DEVICE_SELF_MANAGED_IO_INIT MillstoneEvtSelfManagedIoInit;

VOID
MillstoneThread(
    _In_ PVOID StartContext
    )
{
    PMILLSTONE_CONTEXT millstone = (PMILLSTONE_CONTEXT)StartContext;
    LARGE_INTEGER pause;

    pause.QuadPart = WDF_REL_TIMEOUT_IN_MS(100);

    for (;;) {
        WdfSpinLockAcquire(millstone->Lock);
        if (millstone->Sacks == 0) {
            WdfSpinLockRelease(millstone->Lock);
            (VOID)KeDelayExecutionThread(KernelMode, FALSE, &pause);
            continue;
        }
        millstone->Sacks--;
        millstone->Flour += 50;
        WdfSpinLockRelease(millstone->Lock);
    }
}

NTSTATUS
MillstoneEvtSelfManagedIoInit(
    _In_ WDFDEVICE Device
    )
{
    HANDLE thread;
    NTSTATUS status;

    status = PsCreateSystemThread(&thread, THREAD_ALL_ACCESS, NULL, NULL, NULL,
                                  MillstoneThread, MillstoneGetContext(Device));
    if (NT_SUCCESS(status)) {
        ZwClose(thread);
    }
    return status;
}
