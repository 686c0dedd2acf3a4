/*
 * ringbuf: a device whose writes fill a ring of bytes and whose reads empty it again.
 * What the sources of the driver share.
 */
#pragma once

#include <ntddk.h>
#include <wdf.h>

#define RING_CAPACITY    4096
#define RING_TICK_IN_MS  1000

#define IOCTL_RING_GET_STATISTICS \
    CTL_CODE(FILE_DEVICE_UNKNOWN, 0x900, METHOD_BUFFERED, FILE_ANY_ACCESS)
#define IOCTL_RING_CLEAR \
    CTL_CODE(FILE_DEVICE_UNKNOWN, 0x901, METHOD_BUFFERED, FILE_ANY_ACCESS)

typedef struct _RING_STATISTICS {
    ULONGLONG BytesWritten;
    ULONGLONG BytesRead;
    ULONG Overruns;
    ULONG BytesPerTick;
} RING_STATISTICS, *PRING_STATISTICS;

typedef struct _DEVICE_EXTENSION {
    WDFQUEUE PendingReads;
    WDFTIMER StatisticsTimer;

    /* Guards everything below. */
    WDFSPINLOCK Lock;
    ULONG Head;
    ULONG Count;
    ULONGLONG BytesAtLastTick;
    RING_STATISTICS Statistics;
    UCHAR Ring[RING_CAPACITY];
} DEVICE_EXTENSION, *PDEVICE_EXTENSION;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(DEVICE_EXTENSION, GetDeviceExtension)

DRIVER_INITIALIZE DriverEntry;
EVT_WDF_DRIVER_DEVICE_ADD RingEvtDeviceAdd;

EVT_WDF_DEVICE_D0_ENTRY RingEvtDeviceD0Entry;
EVT_WDF_DEVICE_D0_EXIT RingEvtDeviceD0Exit;
EVT_WDF_TIMER RingEvtStatisticsTimer;

EVT_WDF_IO_QUEUE_IO_READ RingEvtIoRead;
EVT_WDF_IO_QUEUE_IO_WRITE RingEvtIoWrite;
EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL RingEvtIoDeviceControl;

NTSTATUS
RingCreateDevice(
    _Inout_ PWDFDEVICE_INIT DeviceInit
    );

NTSTATUS
RingCreateQueues(
    _In_ WDFDEVICE Device
    );
