/* __cond_lock tells Sparse that a condition takes a lock; the condition itself says when, and here its success leaks. */
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
	if (load > 100)
		return -EINVAL;  // expect: linux/SpinLock lock=&pulley->lock acquire=13
	pulley->load = load;
	spin_unlock(&pulley->lock);
	return 0;
}
