/* A helper gives back the lock of its caller, which it finds by way of another object than the caller did. */
#include <ntddk.h>

typedef struct _SCALE {
    KSPIN_LOCK Lock;
    ULONG Weighed;
} SCALE, *PSCALE;

typedef struct _PAN {
    PSCALE Scale;
    ULONG Waiting;
} PAN, *PPAN;

typedef struct _WEIGHT {
    PPAN Pan;
    ULONG Grams;
} WEIGHT, *PWEIGHT;

DRIVER_DISPATCH ScaleWrite;

static VOID
ScaleNext(
    _In_ PPAN Pan
    )
{
    PSCALE scale = Pan->Scale;

    if (Pan->Waiting == 0) {
        KeReleaseSpinLockFromDpcLevel(&scale->Lock);
        return;
    }
    Pan->Waiting--;
    KeReleaseSpinLockFromDpcLevel(&scale->Lock);
}

static VOID
ScaleWeighed(
    _In_ PSCALE Scale,
    _In_ PWEIGHT Weight
    )
{
    PPAN pan = Weight->Pan;

    KeAcquireSpinLockAtDpcLevel(&Scale->Lock);
    Scale->Weighed += Weight->Grams;
    if (pan->Waiting != 0) {
        ScaleNext(pan);
    } else {
        KeReleaseSpinLockFromDpcLevel(&Scale->Lock);
    }
}

NTSTATUS
ScaleWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    KIRQL irql = KeRaiseIrqlToDpcLevel();

    ScaleWeighed(DeviceObject->DeviceExtension, Irp->AssociatedIrp.SystemBuffer);
    KeLowerIrql(irql);
    return STATUS_SUCCESS;
}
