/* Every way out gives back what was taken. */
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
		rcu_read_unlock();
		return -EINVAL;
	}
	gable->level += amount;
	rcu_read_unlock();
	return 0;
}
