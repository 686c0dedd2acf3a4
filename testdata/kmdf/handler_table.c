/* The callback calls the handler through a constant table; one of the handler's two failures keeps the lock. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _ROBOT_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Steps;
    ULONG Battery;
    BOOLEAN Lifted;
} ROBOT_CONTEXT, *PROBOT_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(ROBOT_CONTEXT, RobotGetContext)

EVT_WDF_IO_QUEUE_IO_DEVICE_CONTROL RobotEvtIoDeviceControl;

typedef NTSTATUS ROBOT_HANDLER(_In_ PROBOT_CONTEXT Robot);

static ROBOT_HANDLER RobotStep;
static ROBOT_HANDLER RobotCharge;

static ROBOT_HANDLER *const g_Handlers[] = {
    RobotStep,
    RobotCharge,
};

static NTSTATUS
RobotStep(
    _In_ PROBOT_CONTEXT Robot
    )
{
    if (Robot->Lifted) {
        return STATUS_INVALID_DEVICE_STATE;
    }

    WdfSpinLockAcquire(Robot->Lock);
    if (Robot->Battery == 0) {
        return STATUS_DEVICE_NOT_READY;  // expect: WdfSpinlockRelease lock=Robot->Lock acquire=35
    }
    Robot->Battery--;
    Robot->Steps++;
    WdfSpinLockRelease(Robot->Lock);
    return STATUS_SUCCESS;
}

static NTSTATUS
RobotCharge(
    _In_ PROBOT_CONTEXT Robot
    )
{
    WdfSpinLockAcquire(Robot->Lock);
    Robot->Battery = 100;
    WdfSpinLockRelease(Robot->Lock);
    return STATUS_SUCCESS;
}

VOID
RobotEvtIoDeviceControl(
    _In_ WDFQUEUE Queue,
    _In_ WDFREQUEST Request,
    _In_ size_t OutputBufferLength,
    _In_ size_t InputBufferLength,
    _In_ ULONG IoControlCode
    )
{
    PROBOT_CONTEXT robot = RobotGetContext(WdfIoQueueGetDevice(Queue));
    ULONG index = (IoControlCode >> 2) & 0xFFF;
    NTSTATUS status = STATUS_INVALID_DEVICE_REQUEST;

    UNREFERENCED_PARAMETER(OutputBufferLength);
    UNREFERENCED_PARAMETER(InputBufferLength);

    if (index < ARRAYSIZE(g_Handlers)) {
        status = g_Handlers[index](robot);
    }
    WdfRequestComplete(Request, status);
}
