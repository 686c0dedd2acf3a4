/* More is tested before the lock is taken than is followed; behind the acquire it no longer matters. */
#include <ntifs.h>

typedef struct _RACK {
    KSPIN_LOCK Lock;
    ULONG Used;
    ERESOURCE Slot0;
    ERESOURCE Slot1;
    ERESOURCE Slot2;
    ERESOURCE Slot3;
    ERESOURCE Slot4;
    ERESOURCE Slot5;
    ERESOURCE Slot6;
    ERESOURCE Slot7;
    ERESOURCE Slot8;
    ERESOURCE Slot9;
    ERESOURCE Slot10;
    ERESOURCE Slot11;
    ERESOURCE Slot12;
    ERESOURCE Slot13;
    ERESOURCE Slot14;
    ERESOURCE Slot15;
    BOOLEAN Has0;
    BOOLEAN Has1;
    BOOLEAN Has2;
    BOOLEAN Has3;
    BOOLEAN Has4;
    BOOLEAN Has5;
    BOOLEAN Has6;
    BOOLEAN Has7;
    BOOLEAN Has8;
    BOOLEAN Has9;
    BOOLEAN Has10;
    BOOLEAN Has11;
    BOOLEAN Has12;
    BOOLEAN Has13;
    BOOLEAN Has14;
    BOOLEAN Has15;
} RACK, *PRACK;

DRIVER_DISPATCH RackWrite;

static NTSTATUS RackTake(PRACK rack)
{
    KIRQL irql;

    if (rack->Has0) {
        ExAcquireResourceExclusiveLite(&rack->Slot0, TRUE);
    }
    if (rack->Has1) {
        ExAcquireResourceExclusiveLite(&rack->Slot1, TRUE);
    }
    if (rack->Has2) {
        ExAcquireResourceExclusiveLite(&rack->Slot2, TRUE);
    }
    if (rack->Has3) {
        ExAcquireResourceExclusiveLite(&rack->Slot3, TRUE);
    }
    if (rack->Has4) {
        ExAcquireResourceExclusiveLite(&rack->Slot4, TRUE);
    }
    if (rack->Has5) {
        ExAcquireResourceExclusiveLite(&rack->Slot5, TRUE);
    }
    if (rack->Has6) {
        ExAcquireResourceExclusiveLite(&rack->Slot6, TRUE);
    }
    if (rack->Has7) {
        ExAcquireResourceExclusiveLite(&rack->Slot7, TRUE);
    }
    if (rack->Has8) {
        ExAcquireResourceExclusiveLite(&rack->Slot8, TRUE);
    }
    if (rack->Has9) {
        ExAcquireResourceExclusiveLite(&rack->Slot9, TRUE);
    }
    if (rack->Has10) {
        ExAcquireResourceExclusiveLite(&rack->Slot10, TRUE);
    }
    if (rack->Has11) {
        ExAcquireResourceExclusiveLite(&rack->Slot11, TRUE);
    }
    if (rack->Has12) {
        ExAcquireResourceExclusiveLite(&rack->Slot12, TRUE);
    }
    if (rack->Has13) {
        ExAcquireResourceExclusiveLite(&rack->Slot13, TRUE);
    }
    if (rack->Has14) {
        ExAcquireResourceExclusiveLite(&rack->Slot14, TRUE);
    }
    if (rack->Has15) {
        ExAcquireResourceExclusiveLite(&rack->Slot15, TRUE);
    }
    RackSort(rack);
    if (rack->Has0) {
        ExReleaseResourceLite(&rack->Slot0);
    }
    if (rack->Has1) {
        ExReleaseResourceLite(&rack->Slot1);
    }
    if (rack->Has2) {
        ExReleaseResourceLite(&rack->Slot2);
    }
    if (rack->Has3) {
        ExReleaseResourceLite(&rack->Slot3);
    }
    if (rack->Has4) {
        ExReleaseResourceLite(&rack->Slot4);
    }
    if (rack->Has5) {
        ExReleaseResourceLite(&rack->Slot5);
    }
    if (rack->Has6) {
        ExReleaseResourceLite(&rack->Slot6);
    }
    if (rack->Has7) {
        ExReleaseResourceLite(&rack->Slot7);
    }
    if (rack->Has8) {
        ExReleaseResourceLite(&rack->Slot8);
    }
    if (rack->Has9) {
        ExReleaseResourceLite(&rack->Slot9);
    }
    if (rack->Has10) {
        ExReleaseResourceLite(&rack->Slot10);
    }
    if (rack->Has11) {
        ExReleaseResourceLite(&rack->Slot11);
    }
    if (rack->Has12) {
        ExReleaseResourceLite(&rack->Slot12);
    }
    if (rack->Has13) {
        ExReleaseResourceLite(&rack->Slot13);
    }
    if (rack->Has14) {
        ExReleaseResourceLite(&rack->Slot14);
    }
    if (rack->Has15) {
        ExReleaseResourceLite(&rack->Slot15);
    }
    KeAcquireSpinLock(&rack->Lock, &irql);
    if (rack->Used == 0) {
        return STATUS_SUCCESS;  // expect: wdm/SpinLockRelease lock=&rack->Lock acquire=144
    }
    rack->Used--;
    KeReleaseSpinLock(&rack->Lock, irql);
    return STATUS_SUCCESS;
}

NTSTATUS RackWrite(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    NTSTATUS status;

    KeEnterCriticalRegion();
    status = RackTake(DeviceObject->DeviceExtension);
    KeLeaveCriticalRegion();
    return RackComplete(Irp, status);
}
