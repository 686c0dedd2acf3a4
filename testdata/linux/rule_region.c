/* The check between acquire and release returns and forgets the release. */
#include <linux/spinlock.h>
#include <linux/mutex.h>
#include <linux/rcupdate.h>

struct gable {
	int level;
	int limit;
};

static int gable_raise(struct gable *gable, int amount)
{
	rcu_read_lock();
	if (gable->level + amount > gable->limit) {
		return -EINVAL;  // expect: linux/Region lock=RCU read lock acquire=13
	}
	gable->level += amount;
	rcu_read_unlock();
	return 0;
}
