/* The finally block releases only after an abnormal end; the block that runs to its end keeps the lock. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _CINEMA_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Seats;
    ULONG Sold;
} CINEMA_CONTEXT, *PCINEMA_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(CINEMA_CONTEXT, CinemaGetContext)

EVT_WDF_DEVICE_SELF_MANAGED_IO_INIT CinemaEvtSelfManagedIoInit;

NTSTATUS
CinemaEvtSelfManagedIoInit(
    _In_ WDFDEVICE Device
    )
{
    PCINEMA_CONTEXT cinema = CinemaGetContext(Device);

    WdfSpinLockAcquire(cinema->Lock);
    __try {
        if (cinema->Sold > cinema->Seats) {
            return STATUS_DATA_ERROR;
        }
        cinema->Sold = 0;
    } __finally {
        if (AbnormalTermination()) {
            WdfSpinLockRelease(cinema->Lock);
        }
    }

    return STATUS_SUCCESS;  // expect: WdfSpinlockRelease lock=cinema->Lock acquire=22
}
