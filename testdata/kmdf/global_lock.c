/* A lock of the driver's globals is still held when the unload callback returns early. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _DRIVER_GLOBALS {
    WDFSPINLOCK Lock;
    ULONG Devices;
    BOOLEAN Unloading;
} DRIVER_GLOBALS;

static DRIVER_GLOBALS g_Driver;
static WDFSPINLOCK g_TraceLock;
static ULONG g_TraceLines;

EVT_WDF_DRIVER_UNLOAD CountersEvtDriverUnload;

VOID
CountersEvtDriverUnload(
    _In_ WDFDRIVER Driver
    )
{
    UNREFERENCED_PARAMETER(Driver);

    WdfSpinLockAcquire(g_TraceLock);
    g_TraceLines = 0;
    WdfSpinLockRelease(g_TraceLock);

    WdfSpinLockAcquire(g_Driver.Lock);
    if (g_Driver.Devices == 0) {
        return;  // expect: WdfSpinlockRelease lock=g_Driver.Lock acquire=28
    }
    g_Driver.Unloading = TRUE;
    WdfSpinLockRelease(g_Driver.Lock);
}
