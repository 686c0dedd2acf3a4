/* Each handle has a remove lock of its own, which ends with the handle: that is likely meant so, and nothing that is shown. */
#include <ntddk.h>

typedef struct _TICKET {
    IO_REMOVE_LOCK RunDown;
    LONG Uses;
} TICKET, *PTICKET;

DRIVER_INITIALIZE DriverEntry;
DRIVER_DISPATCH KioskCleanup;

NTSTATUS DriverEntry(PDRIVER_OBJECT DriverObject, PUNICODE_STRING RegistryPath)
{
    UNREFERENCED_PARAMETER(RegistryPath);
    DriverObject->MajorFunction[IRP_MJ_CLEANUP] = KioskCleanup;
    return STATUS_SUCCESS;
}

#pragma prefast(suppress: __WARNING_REDUNDANT_POINTER_TEST, "a warning by name, none of ours")
NTSTATUS KioskCleanup(PDEVICE_OBJECT DeviceObject, PIRP Irp)
{
    PTICKET ticket = IoGetCurrentIrpStackLocation(Irp)->FileObject->FsContext;
    NTSTATUS status = IoAcquireRemoveLock(&ticket->RunDown, Irp);

    UNREFERENCED_PARAMETER(DeviceObject);
    ASSERT(NT_SUCCESS(status));
    ticket->Uses = 0;
    IoReleaseRemoveLockAndWait(&ticket->RunDown, Irp);
    return STATUS_SUCCESS;
}
