/* A mask with one bit set tells that the affinity was changed: it is not zero, whichever bit that is. */
#include <wdm.h>

typedef struct _CHORD {
    struct _CHORD *Next;
    ULONG Processor;
    ULONG Played;
} CHORD;

typedef struct _ORGAN {
    CHORD *Chords;
    KAFFINITY Pipes;
} ORGAN;

static VOID OrganPlay(ORGAN *Organ)
{
    KAFFINITY before = 0;
    KAFFINITY mask = 0;
    CHORD *chord;

    for (chord = Organ->Chords; chord != NULL; chord = chord->Next) {
        if (mask == 0) {
            mask = ((KAFFINITY)1) << chord->Processor;
            before = KeSetSystemAffinityThreadEx(mask);
        }
        chord->Played++;
    }
    if (mask != 0) {
        KeRevertToUserAffinityThreadEx(before);
    }
}

static VOID OrganTune(ORGAN *Organ, ULONG Extra)
{
    KAFFINITY before = 0;
    KAFFINITY mask = 0;

    if (Extra > 2) {
        mask = Organ->Pipes | 1;
        before = KeSetSystemAffinityThreadEx(mask);
    }
    Organ->Chords->Played++;
    if (mask) {
        KeRevertToUserAffinityThreadEx(before);
    }
}

DRIVER_DISPATCH OrganDispatchWrite;

NTSTATUS OrganDispatchWrite(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    ORGAN *organ = DeviceObject->DeviceExtension;

    OrganPlay(organ);
    OrganTune(organ, organ->Chords->Processor);
    Irp->IoStatus.Status = STATUS_SUCCESS;
    IoCompleteRequest(Irp, IO_NO_INCREMENT);
    return STATUS_SUCCESS;
}
