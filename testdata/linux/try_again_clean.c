/* Who only tries to take a lock that is held does not wait for it. */
#include <linux/spinlock.h>

struct ring {
	spinlock_t lock;
	int used;
	int hello;
};

static void ring_hello(struct ring *ring)
{
	if (spin_trylock(&ring->lock)) {
		ring->hello++;
		spin_unlock(&ring->lock);
	}
}

int ring_issue(struct ring *ring)
{
	spin_lock(&ring->lock);
	ring->used++;
	ring_hello(ring);
	spin_unlock(&ring->lock);
	return 0;
}
