/* The retry loop gives up by return when its tries are used up, and has the lock then. */
#include <ntddk.h>
#include <wdf.h>

#define MAX_TRIES 5

typedef struct _RADIO_CONTEXT {
    WDFSPINLOCK BusLock;
    volatile ULONG *Status;
    ULONG Tuned;
} RADIO_CONTEXT, *PRADIO_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(RADIO_CONTEXT, RadioGetContext)

EVT_WDF_DEVICE_SELF_MANAGED_IO_RESTART RadioEvtSelfManagedIoRestart;

NTSTATUS
RadioEvtSelfManagedIoRestart(
    _In_ WDFDEVICE Device
    )
{
    PRADIO_CONTEXT radio = RadioGetContext(Device);
    ULONG tries = 0;
    BOOLEAN busy;

    do {
        WdfSpinLockAcquire(radio->BusLock);
        busy = (READ_REGISTER_ULONG(radio->Status) & 1) != 0;
        if (!busy) {
            radio->Tuned++;
        }
        tries++;
        if (busy && tries >= MAX_TRIES) {
            return STATUS_IO_TIMEOUT;  // expect: WdfSpinlockRelease lock=radio->BusLock acquire=27
        }
        WdfSpinLockRelease(radio->BusLock);
    } while (busy);

    return STATUS_SUCCESS;
}
