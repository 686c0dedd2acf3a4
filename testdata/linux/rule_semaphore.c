/* The check between acquire and release returns and forgets the release. */
#include <linux/spinlock.h>
#include <linux/mutex.h>
#include <linux/rcupdate.h>

struct flint {
	struct rw_semaphore lock;
	int level;
	int limit;
};

static int flint_raise(struct flint *flint, int amount)
{
	down_write(&flint->lock);
	if (flint->level + amount > flint->limit) {
		return -EINVAL;  // expect: linux/Semaphore lock=&flint->lock acquire=14
	}
	flint->level += amount;
	up_write(&flint->lock);
	return 0;
}
