/* The same, balanced. */
// pair: LOCK_RING:UNLOCK_RING

#define LOCK_RING(ring) RingLockImplementation(&(ring)->Head, __FILE__, __LINE__)
#define UNLOCK_RING(ring) do { \
        (ring)->Dirty = 1; \
        RingUnlockImplementation(&(ring)->Head, (ring)->Tail); \
    } while (0)

struct ring {
    int Head;
    int Tail;
    int Dirty;
};

int RingPut(struct ring *Ring, int Word)
{
    LOCK_RING(Ring);
    if (Word < 0) {
        UNLOCK_RING(Ring);
        return -1;
    }
    Ring->Tail = Word;
    UNLOCK_RING(Ring);
    return 0;
}
