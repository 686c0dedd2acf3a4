/* Every way out gives back what was taken. */
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
		spin_unlock(&bobbin->lock);
		return -EINVAL;
	}
	bobbin->level += amount;
	spin_unlock(&bobbin->lock);
	return 0;
}
