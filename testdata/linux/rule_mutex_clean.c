/* Every way out gives back what was taken. */
#include <linux/spinlock.h>
#include <linux/mutex.h>
#include <linux/rcupdate.h>

struct dial {
	struct mutex lock;
	int level;
	int limit;
};

static int dial_raise(struct dial *dial, int amount)
{
	mutex_lock(&dial->lock);
	if (dial->level + amount > dial->limit) {
		mutex_unlock(&dial->lock);
		return -EINVAL;
	}
	dial->level += amount;
	mutex_unlock(&dial->lock);
	return 0;
}
