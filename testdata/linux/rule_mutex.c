/* The check between acquire and release returns and forgets the release. */
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
		return -EINVAL;  // expect: linux/Mutex lock=&dial->lock acquire=14
	}
	dial->level += amount;
	mutex_unlock(&dial->lock);
	return 0;
}
