/* Who takes a lock that is held waits for himself, other than one who only tries. */
#include <linux/spinlock.h>

struct ring {
	spinlock_t lock;
	int used;
	int hello;
};

static void ring_hello(struct ring *ring)
{
	spin_lock(&ring->lock);  // expect: linux/SpinLock kind=taken-twice lock=&ring->lock acquire=19
	ring->hello++;
	spin_unlock(&ring->lock);
}

int ring_issue(struct ring *ring)
{
	spin_lock(&ring->lock);
	ring->used++;
	ring_hello(ring);
	spin_unlock(&ring->lock);
	return 0;
}
