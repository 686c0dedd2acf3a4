/* The protection goes on with what is queued: the worker that takes it from the queue gives it back. */
#include <ntifs.h>

typedef struct _PEER {
    EX_RUNDOWN_REF InUse;
    LIST_ENTRY Link;
    LONG Queued;
} PEER, *PPEER;

typedef struct _PORT {
    PPEER Peer;
    WORK_QUEUE_ITEM Item;
} PORT, *PPORT;

DRIVER_DISPATCH PeerWrite;
WORKER_THREAD_ROUTINE PeerWorker;

NTSTATUS PeerWrite(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PPORT port = DeviceObject->DeviceExtension;

    if (!ExAcquireRundownProtection(&port->Peer->InUse)) {
        return PeerComplete(Irp, STATUS_DEVICE_NOT_READY);
    }
    if (PeerEnqueueIfNotBusy(port, &port->Peer->Link)) {
        return PeerComplete(Irp, STATUS_SUCCESS);
    }
    ExReleaseRundownProtection(&port->Peer->InUse);
    return PeerComplete(Irp, STATUS_SUCCESS);
}

VOID PeerWorker(PVOID Parameter)
{
    PPORT port = Parameter;
    PPEER peer = PeerDequeue(port);

    InterlockedDecrement(&peer->Queued);
    ExReleaseRundownProtection(&peer->InUse);
}
