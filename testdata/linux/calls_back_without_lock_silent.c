/* A helper is called with the lock, lets go of it to call back, and takes it again: its callers have it before and after. */
#include <linux/spinlock.h>

struct carousel {
	spinlock_t lock;
	int riders;
	void (*done)(struct carousel *carousel);
};

static void carousel_give_back(struct carousel *carousel)
{
	carousel->riders--;
	spin_unlock(&carousel->lock);
	carousel->done(carousel);
	spin_lock(&carousel->lock);
}

int carousel_turn(struct carousel *carousel, int amount)
{
	if (amount > carousel->riders)
		return -EINVAL;
	if (amount == 0)
		return 1;
	carousel_give_back(carousel);
	return 1;
}
