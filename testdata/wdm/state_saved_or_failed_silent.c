/* Saving the state of the processor succeeds or fails: no result of it is neither, so NT_SUCCESS tells. */
#include <ntddk.h>

typedef struct _PENDULUM {
    double Angle;
} PENDULUM, *PPENDULUM;

DRIVER_DISPATCH PendulumRead;

NTSTATUS
PendulumRead(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PPENDULUM pendulum = DeviceObject->DeviceExtension;
    KFLOATING_SAVE save;
    NTSTATUS status;

    UNREFERENCED_PARAMETER(Irp);
    status = KeSaveFloatingPointState(&save);
    if (NT_SUCCESS(status)) {
        pendulum->Angle += 0.5;
        KeRestoreFloatingPointState(&save);
    }
    return status;
}
