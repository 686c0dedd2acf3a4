/* break leaves the inner loop only; the test after it returns from the outer loop and forgets the lock. */
#include <ntddk.h>
#include <wdf.h>

#define ROWS 8
#define COLUMNS 12

typedef struct _KEYPAD_CONTEXT {
    WDFSPINLOCK MatrixLock;
    UCHAR Matrix[ROWS][COLUMNS];
    ULONG LastKey;
} KEYPAD_CONTEXT, *PKEYPAD_CONTEXT;

WDF_DECLARE_CONTEXT_TYPE_WITH_NAME(KEYPAD_CONTEXT, KeypadGetContext)

EVT_WDF_TIMER KeypadEvtScanTimer;

VOID
KeypadEvtScanTimer(
    _In_ WDFTIMER Timer
    )
{
    PKEYPAD_CONTEXT keypad = KeypadGetContext(WdfTimerGetParentObject(Timer));
    ULONG row;
    ULONG column;

    for (row = 0; row < ROWS; row++) {
        WdfSpinLockAcquire(keypad->MatrixLock);
        for (column = 0; column < COLUMNS; column++) {
            if (keypad->Matrix[row][column] != 0) {
                break;
            }
        }
        if (column < COLUMNS) {
            keypad->LastKey = row * COLUMNS + column;
            return;  // expect: WdfSpinlockRelease lock=keypad->MatrixLock acquire=28
        }
        WdfSpinLockRelease(keypad->MatrixLock);
    }

    keypad->LastKey = 0;
}
