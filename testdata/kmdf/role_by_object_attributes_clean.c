/* The function is a callback because an object's attributes name it as cleanup; its early way out has no lock yet. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _HANGAR_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Planes;
} HANGAR_CONTEXT, *PHANGAR_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(HANGAR_CONTEXT, HangarGetContext)

EVT_WDF_DRIVER_DEVICE_ADD HangarEvtDeviceAdd;

static VOID
HangarOnCleanup(
    _In_ WDFOBJECT Object
    )
{
    PHANGAR_CONTEXT hangar = HangarGetContext(Object);

    if (hangar->Planes == 0) {
        return;
    }
    WdfSpinLockAcquire(hangar->Lock);
    hangar->Planes = 0;
    WdfSpinLockRelease(hangar->Lock);
}

NTSTATUS
HangarEvtDeviceAdd(
    _In_ WDFDRIVER Driver,
    _Inout_ PWDFDEVICE_INIT DeviceInit
    )
{
    WDF_OBJECT_ATTRIBUTES attributes;
    WDFDEVICE device;

    UNREFERENCED_PARAMETER(Driver);

    WDF_OBJECT_ATTRIBUTES_INIT_CONTEXT_TYPE(&attributes, HANGAR_CONTEXT);
    attributes.EvtCleanupCallback = HangarOnCleanup;
    return WdfDeviceCreate(&DeviceInit, &attributes, &device);
}
