/* __cond_lock tells Sparse that a condition takes a lock; where it is not so nothing is given back. */
#include <linux/spinlock.h>

struct pulley {
	spinlock_t lock;
	int load;
};

#define pulley_trylock(p) __cond_lock(&(p)->lock, spin_trylock(&(p)->lock))

static int pulley_lift(struct pulley *pulley, int load)
{
	if (!pulley_trylock(pulley))
		return -EBUSY;
	if (load <= 100)
		pulley->load = load;
	spin_unlock(&pulley->lock);
	return 0;
}
