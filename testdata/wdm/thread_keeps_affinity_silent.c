/* A thread of the driver's own stays on its processor: it does not even ask where it might run before. */
#include <ntifs.h>

typedef struct _WORKER {
    GROUP_AFFINITY Affinity;
    KEVENT Work;
    KEVENT Dead;
    LONG Count;
} WORKER, *PWORKER;

KSTART_ROUTINE WorkerThread;

VOID WorkerThread(PVOID StartContext)
{
    PWORKER worker = StartContext;
    PVOID handles[] = { &worker->Work, &worker->Dead };

    KeSetSystemGroupAffinityThread(&worker->Affinity, NULL);
    while (KeWaitForMultipleObjects(2, handles, WaitAny, Executive, KernelMode, FALSE, NULL, NULL) == STATUS_WAIT_0) {
        worker->Count++;
    }
}
