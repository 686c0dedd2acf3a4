/* Every way out gives back what was taken. */
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
		write_unlock(&crate->lock);
		return -EINVAL;
	}
	crate->level += amount;
	write_unlock(&crate->lock);
	return 0;
}
