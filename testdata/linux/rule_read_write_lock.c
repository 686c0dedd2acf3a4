/* The check between acquire and release returns and forgets the release. */
#include <linux/spinlock.h>
#include <linux/mutex.h>
#include <linux/rcupdate.h>

struct crate {
	rwlock_t lock;
	int level;
	int limit;
};

static int crate_raise(struct crate *crate, int amount)
{
	write_lock(&crate->lock);
	if (crate->level + amount > crate->limit) {
		return -EINVAL;  // expect: linux/ReadWriteLock lock=&crate->lock acquire=14
	}
	crate->level += amount;
	write_unlock(&crate->lock);
	return 0;
}
