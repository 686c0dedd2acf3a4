/* A callback with one exit: gotos jump forward to the release that they need. */
typedef struct _DEVICE { WDFSPINLOCK Lock; int Count; PVOID Buffer; } DEVICE, *PDEVICE;
PDEVICE GetDevice(WDFDEVICE device);

NTSTATUS Start(WDFDEVICE device, size_t length)
{
    NTSTATUS status = STATUS_SUCCESS;
    PDEVICE context = GetDevice(device);
    BOOLEAN locked = FALSE;

    PAGED_CODE();
    if (length == 0 || context->Buffer == NULL) {
        status = STATUS_INVALID_PARAMETER;
        goto done;
    }
    WdfSpinLockAcquire(context->Lock);
    locked = TRUE;
    for (size_t i = 0; i < length; i++) {
        status = Transfer(context, i);
        if (!NT_SUCCESS(status)) {
            goto unlock;
        }
        context->Count++;
    }
unlock:
    if (locked) {
        WdfSpinLockRelease(context->Lock);
    }
done:
    return status;
}
