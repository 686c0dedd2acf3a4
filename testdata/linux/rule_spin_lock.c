/* The check between acquire and release returns and forgets the release. */
#include <linux/spinlock.h>
#include <linux/mutex.h>
#include <linux/rcupdate.h>

struct bobbin {
	spinlock_t lock;
	int level;
	int limit;
};

static int bobbin_raise(struct bobbin *bobbin, int amount)
{
	spin_lock(&bobbin->lock);
	if (bobbin->level + amount > bobbin->limit) {
		return -EINVAL;  // expect: linux/SpinLock lock=&bobbin->lock acquire=14
	}
	bobbin->level += amount;
	spin_unlock(&bobbin->lock);
	return 0;
}
