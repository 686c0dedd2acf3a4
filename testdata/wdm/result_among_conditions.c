/* What a function that asks for much returns tells that it failed, and it has the lock. */
#include <ntddk.h>

typedef struct _PLOT {
    PVOID Tree;
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
} PLOT, *PPLOT;

DRIVER_DISPATCH PlotDispatchWrite;

static FAST_MUTEX PlotLock;
BOOLEAN PlotAsh;
BOOLEAN PlotBay;
BOOLEAN PlotCedar;
BOOLEAN PlotElm;
BOOLEAN PlotFir;
BOOLEAN PlotGum;
BOOLEAN PlotHazel;
BOOLEAN PlotIvy;
BOOLEAN PlotJuniper;
BOOLEAN PlotLarch;

static PPLOT
PlotCreate(
    _In_ ULONG Size
    )
{
    PPLOT plot = ExAllocatePool(NonPagedPool, sizeof(PLOT));

    if (plot == NULL) {
        return NULL;
    }
    if (PlotAsh && Size > 4) {
        ExFreePool(plot);
        return NULL;
    }
    plot->Ash = PlotAsh || Size > 2;
    if (PlotBay && Size > 4) {
        ExFreePool(plot);
        return NULL;
    }
    plot->Bay = PlotBay || Size > 2;
    if (PlotCedar && Size > 4) {
        ExFreePool(plot);
        return NULL;
    }
    plot->Cedar = PlotCedar || Size > 2;
    if (PlotElm && Size > 4) {
        ExFreePool(plot);
        return NULL;
    }
    plot->Elm = PlotElm || Size > 2;
    if (PlotFir && Size > 4) {
        ExFreePool(plot);
        return NULL;
    }
    plot->Fir = PlotFir || Size > 2;
    if (PlotGum && Size > 4) {
        ExFreePool(plot);
        return NULL;
    }
    plot->Gum = PlotGum || Size > 2;
    if (PlotHazel && Size > 4) {
        ExFreePool(plot);
        return NULL;
    }
    plot->Hazel = PlotHazel || Size > 2;
    if (PlotIvy && Size > 4) {
        ExFreePool(plot);
        return NULL;
    }
    plot->Ivy = PlotIvy || Size > 2;
    if (PlotJuniper && Size > 4) {
        ExFreePool(plot);
        return NULL;
    }
    plot->Juniper = PlotJuniper || Size > 2;
    if (PlotLarch && Size > 4) {
        ExFreePool(plot);
        return NULL;
    }
    plot->Larch = PlotLarch || Size > 2;
    ExAcquireFastMutex(&PlotLock);
    if (Size > 8) {
        ExFreePool(plot);
        return NULL;  // expect: wdm/FastMutex lock=&PlotLock confidence=medium acquire=92
    }
    return plot;
}

NTSTATUS
PlotDispatchWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PPLOT plot = PlotCreate(Irp->Size);

    if (plot == NULL) {
        return STATUS_INSUFFICIENT_RESOURCES;
    }
    DeviceObject->DeviceExtension = plot;
    ExReleaseFastMutex(&PlotLock);
    return STATUS_SUCCESS;
}
