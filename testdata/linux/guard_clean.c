/* A guard takes the lock where it stands, and gives it back wherever its block is left. */
#include <linux/cleanup.h>
#include <linux/mutex.h>

struct pump {
	struct mutex mutex;
	spinlock_t lock;
	struct list_head parts;
	int level;
	int limit;
};

DEFINE_GUARD(pump, struct pump *, mutex_lock(&_T->mutex), mutex_unlock(&_T->mutex))

static void unlock_pump(struct pump **pump)
{
	mutex_unlock(&(*pump)->mutex);
}

int pump_raise(struct pump *pump, int amount)
{
	guard(mutex)(&pump->mutex);
	if (pump->level + amount > pump->limit)
		return -EINVAL;
	pump->level += amount;
	return 0;
}

int pump_drain(struct pump *pump)
{
	int drained = 0;

	scoped_guard(spinlock_irqsave, &pump->lock) {
		if (!pump->level)
			return -EAGAIN;
		drained = pump->level;
		pump->level = 0;
	}
	mutex_lock(&pump->mutex);
	pump->limit -= drained;
	mutex_unlock(&pump->mutex);
	return drained;
}

int pump_each(struct pump *pump, int parts)
{
	int i;

	for (i = 0; i < parts; i++) {
		guard(pump)(pump);
		if (pump->level == i)
			continue;
		if (pump->level > pump->limit)
			break;
		pump->level++;
	}
	guard(rcu)();
	return pump->level;
}

int pump_try(struct pump *pump)
{
	scoped_cond_guard(mutex_intr, return -EINTR, &pump->mutex) {
		pump->level = 0;
	}
	return 0;
}

int pump_stop(struct pump *pump)
{
	struct pump *held __cleanup(unlock_pump) = pump;

	mutex_lock(&pump->mutex);
	if (!pump->level)
		return -EALREADY;
	pump->level = 0;
	return 0;
}
