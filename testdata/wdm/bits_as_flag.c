/* All bits of a mask may be clear: nothing tells then that the affinity was changed. */
#include <wdm.h>

typedef struct _CHORD {
    ULONG Processor;
    KAFFINITY Pipes;
} CHORD;

DRIVER_DISPATCH CarillonDispatchWrite;

NTSTATUS CarillonDispatchWrite(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    CHORD *chord = DeviceObject->DeviceExtension;
    KAFFINITY before = 0;
    KAFFINITY mask = 0;

    if (chord->Processor > 2) {
        mask = chord->Pipes << chord->Processor;
        before = KeSetSystemAffinityThreadEx(mask);
    }
    chord->Processor++;
    if (mask != 0) {
        KeRevertToUserAffinityThreadEx(before);
    }
    Irp->IoStatus.Status = STATUS_SUCCESS;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return STATUS_SUCCESS; // expect: wdm/ThreadAffinity lock=KeSetSystemAffinityThreadEx(mask) acquire=19
}
