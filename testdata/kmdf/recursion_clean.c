/* Each level of the recursion gives back the lock before it goes deeper. */
#include <ntddk.h>
#include <wdf.h>

typedef struct _MAZE_CONTEXT {
    WDFSPINLOCK Lock;
    ULONG Visits;
    ULONG Doors[32];
} MAZE_CONTEXT, *PMAZE_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(MAZE_CONTEXT, MazeGetContext)

EVT_WDF_WORKITEM MazeEvtExploreWorkItem;

static VOID
MazeExplore(
    _In_ PMAZE_CONTEXT Maze,
    _In_ ULONG Room,
    _In_ ULONG Depth
    )
{
    ULONG next;

    WdfSpinLockAcquire(Maze->Lock);
    Maze->Visits++;
    next = Maze->Doors[Room % 32];
    WdfSpinLockRelease(Maze->Lock);
    if (Depth > 0) {
        MazeExplore(Maze, next, Depth - 1);
    }
}

VOID
MazeEvtExploreWorkItem(
    _In_ WDFWORKITEM WorkItem
    )
{
    PMAZE_CONTEXT maze = MazeGetContext(WdfWorkItemGetParentObject(WorkItem));

    MazeExplore(maze, 0, 10);
}
