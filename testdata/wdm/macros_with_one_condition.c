/* One condition decides how the macros take the resource and how they give it back; a branch forgets to. */
#include <ntifs.h>

typedef struct _SHED {
    ERESOURCE Resource;
    ULONG Count;
} SHED, *PSHED;

VOID ShedLogTake(_In_ PERESOURCE Resource);
VOID ShedLogGive(_In_ PERESOURCE Resource);
extern BOOLEAN ShedDebug;

#define SHED_LOCK(Shed)                     \
    do {                                    \
        if (ShedDebug) {                    \
            ExEnterCriticalRegionAndAcquireResourceExclusive(&(Shed)->Resource);    \
            ShedLogTake(&(Shed)->Resource); \
        } else {                            \
            ExEnterCriticalRegionAndAcquireResourceExclusive(&(Shed)->Resource);    \
        }                                   \
    } while (0)

#define SHED_UNLOCK(Shed)                   \
    do {                                    \
        if (ShedDebug) {                    \
            ExReleaseResourceAndLeaveCriticalRegion(&(Shed)->Resource);             \
            ShedLogGive(&(Shed)->Resource); \
        } else {                            \
            ExReleaseResourceAndLeaveCriticalRegion(&(Shed)->Resource);             \
        }                                   \
    } while (0)

DRIVER_DISPATCH ShedWrite;

NTSTATUS
ShedWrite(
    _In_ PDEVICE_OBJECT DeviceObject,
    _In_ PIRP Irp
    )
{
    PSHED shed = DeviceObject->DeviceExtension;

    UNREFERENCED_PARAMETER(Irp);
    SHED_LOCK(shed);
    if (shed->Count == 0) {
        return STATUS_NO_MORE_ENTRIES;  // expect: wdm/ExclusiveResourceAccessRelease lock=&shed->Resource acquire=44 // expect: wdm/CriticalRegions lock=critical region acquire=44
    }
    shed->Count--;
    SHED_UNLOCK(shed);
    return STATUS_SUCCESS;
}
