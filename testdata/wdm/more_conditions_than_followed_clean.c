/* More conditions are tested twice than an environment has room for, and each way out gives the mutex back. */
#include <ntddk.h>

typedef struct _GROVE {
    FAST_MUTEX Mutex;
    ULONG Cut;
    BOOLEAN Ash;
    BOOLEAN Bay;
    BOOLEAN Cedar;
    BOOLEAN Elm;
    BOOLEAN Fir;
    BOOLEAN Gum;
    BOOLEAN Hazel;
    BOOLEAN Ivy;
    BOOLEAN Juniper;
    BOOLEAN Larch;
    BOOLEAN Maple;
    BOOLEAN Oak;
    BOOLEAN Pine;
    BOOLEAN Rowan;
    BOOLEAN Spruce;
    BOOLEAN Teak;
    BOOLEAN Walnut;
    BOOLEAN Yew;
} GROVE, *PGROVE;

DRIVER_DISPATCH GroveWrite;

NTSTATUS
GroveWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PGROVE grove = DeviceObject->DeviceExtension;
    BOOLEAN ash = grove->Ash;
    BOOLEAN bay = grove->Bay;
    BOOLEAN cedar = grove->Cedar;
    BOOLEAN elm = grove->Elm;
    BOOLEAN fir = grove->Fir;
    BOOLEAN gum = grove->Gum;
    BOOLEAN hazel = grove->Hazel;
    BOOLEAN ivy = grove->Ivy;
    BOOLEAN juniper = grove->Juniper;
    BOOLEAN larch = grove->Larch;
    BOOLEAN maple = grove->Maple;
    BOOLEAN oak = grove->Oak;
    BOOLEAN pine = grove->Pine;
    BOOLEAN rowan = grove->Rowan;
    BOOLEAN spruce = grove->Spruce;
    BOOLEAN teak = grove->Teak;
    BOOLEAN walnut = grove->Walnut;
    BOOLEAN yew = grove->Yew;
    ULONG cut = Irp->Size;

    if (ash && cut == 1) {
        return STATUS_DEVICE_BUSY;
    }
    if (bay && cut == 2) {
        return STATUS_DEVICE_BUSY;
    }
    if (cedar && cut == 3) {
        return STATUS_DEVICE_BUSY;
    }
    if (elm && cut == 4) {
        return STATUS_DEVICE_BUSY;
    }
    if (fir && cut == 5) {
        return STATUS_DEVICE_BUSY;
    }
    if (gum && cut == 6) {
        return STATUS_DEVICE_BUSY;
    }
    if (hazel && cut == 7) {
        return STATUS_DEVICE_BUSY;
    }
    if (ivy && cut == 8) {
        return STATUS_DEVICE_BUSY;
    }
    if (juniper && cut == 9) {
        return STATUS_DEVICE_BUSY;
    }
    if (larch && cut == 10) {
        return STATUS_DEVICE_BUSY;
    }
    if (maple && cut == 11) {
        return STATUS_DEVICE_BUSY;
    }
    if (oak && cut == 12) {
        return STATUS_DEVICE_BUSY;
    }
    if (pine && cut == 13) {
        return STATUS_DEVICE_BUSY;
    }
    if (rowan && cut == 14) {
        return STATUS_DEVICE_BUSY;
    }
    if (spruce && cut == 15) {
        return STATUS_DEVICE_BUSY;
    }
    if (teak && cut == 16) {
        return STATUS_DEVICE_BUSY;
    }
    if (walnut && cut == 17) {
        return STATUS_DEVICE_BUSY;
    }
    if (yew && cut == 18) {
        return STATUS_DEVICE_BUSY;
    }
    ExAcquireFastMutex(&grove->Mutex);
    cut += grove->Cut;
    if (ash && cut == 1) {
        ExReleaseFastMutex(&grove->Mutex);
        return STATUS_CANCELLED;
    }
    if (bay && cut == 2) {
        ExReleaseFastMutex(&grove->Mutex);
        return STATUS_CANCELLED;
    }
    if (cedar && cut == 3) {
        ExReleaseFastMutex(&grove->Mutex);
        return STATUS_CANCELLED;
    }
    if (elm && cut == 4) {
        ExReleaseFastMutex(&grove->Mutex);
        return STATUS_CANCELLED;
    }
    if (fir && cut == 5) {
        ExReleaseFastMutex(&grove->Mutex);
        return STATUS_CANCELLED;
    }
    if (gum && cut == 6) {
        ExReleaseFastMutex(&grove->Mutex);
        return STATUS_CANCELLED;
    }
    if (hazel && cut == 7) {
        ExReleaseFastMutex(&grove->Mutex);
        return STATUS_CANCELLED;
    }
    if (ivy && cut == 8) {
        ExReleaseFastMutex(&grove->Mutex);
        return STATUS_CANCELLED;
    }
    if (juniper && cut == 9) {
        ExReleaseFastMutex(&grove->Mutex);
        return STATUS_CANCELLED;
    }
    if (larch && cut == 10) {
        ExReleaseFastMutex(&grove->Mutex);
        return STATUS_CANCELLED;
    }
    if (maple && cut == 11) {
        ExReleaseFastMutex(&grove->Mutex);
        return STATUS_CANCELLED;
    }
    if (oak && cut == 12) {
        ExReleaseFastMutex(&grove->Mutex);
        return STATUS_CANCELLED;
    }
    if (pine && cut == 13) {
        ExReleaseFastMutex(&grove->Mutex);
        return STATUS_CANCELLED;
    }
    if (rowan && cut == 14) {
        ExReleaseFastMutex(&grove->Mutex);
        return STATUS_CANCELLED;
    }
    if (spruce && cut == 15) {
        ExReleaseFastMutex(&grove->Mutex);
        return STATUS_CANCELLED;
    }
    if (teak && cut == 16) {
        ExReleaseFastMutex(&grove->Mutex);
        return STATUS_CANCELLED;
    }
    if (walnut && cut == 17) {
        ExReleaseFastMutex(&grove->Mutex);
        return STATUS_CANCELLED;
    }
    if (yew && cut == 18) {
        ExReleaseFastMutex(&grove->Mutex);
        return STATUS_CANCELLED;
    }
    if (grove->Cut > cut) {
        ExReleaseFastMutex(&grove->Mutex);
        return STATUS_INVALID_PARAMETER;
    }
    grove->Cut = cut;
    ExReleaseFastMutex(&grove->Mutex);
    return STATUS_SUCCESS;
}
