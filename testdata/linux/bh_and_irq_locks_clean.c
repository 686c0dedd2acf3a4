/* Locks that keep bottom halves or interrupts away are given back on each exit, by their own functions. */
#include <linux/spinlock.h>

struct spindle {
	spinlock_t bh_lock;
	spinlock_t irq_lock;
	int level;
	int limit;
};

static int spindle_raise_bh(struct spindle *spindle, int amount)
{
	int ret = -EINVAL;

	spin_lock_bh(&spindle->bh_lock);
	if (spindle->level + amount > spindle->limit)
		goto out;
	spindle->level += amount;
	ret = 0;
out:
	spin_unlock_bh(&spindle->bh_lock);
	return ret;
}

static int spindle_raise_irq(struct spindle *spindle, int amount)
{
	unsigned long flags;

	if (!spin_trylock_irqsave(&spindle->irq_lock, flags))
		return -EBUSY;
	spindle->level += amount;
	spin_unlock_irqrestore(&spindle->irq_lock, flags);
	return 0;
}

static void spindle_lower(struct spindle *spindle, int amount)
{
	spin_lock_irq(&spindle->irq_lock);
	spindle->level -= amount;
	spin_unlock_irq(&spindle->irq_lock);
}
