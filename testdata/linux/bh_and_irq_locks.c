/* Locks that keep bottom halves or interrupts away: each is kept at an error exit. */
#include <linux/spinlock.h>

struct spindle {
	spinlock_t bh_lock;
	spinlock_t irq_lock;
	int level;
	int limit;
};

static int spindle_raise_bh(struct spindle *spindle, int amount)
{
	spin_lock_bh(&spindle->bh_lock);
	if (spindle->level + amount > spindle->limit)
		return -EINVAL;  // expect: linux/SpinLock lock=&spindle->bh_lock acquire=13
	spindle->level += amount;
	spin_unlock_bh(&spindle->bh_lock);
	return 0;
}

static int spindle_raise_irq(struct spindle *spindle, int amount)
{
	unsigned long flags;

	spin_lock_irqsave(&spindle->irq_lock, flags);
	if (spindle->level + amount > spindle->limit)
		return -EINVAL;  // expect: linux/SpinLock lock=&spindle->irq_lock acquire=25
	spindle->level += amount;
	spin_unlock_irqrestore(&spindle->irq_lock, flags);
	return 0;
}
