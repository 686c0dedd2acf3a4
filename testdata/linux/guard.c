/* What a guard has taken is taken again before its block is left; and a variable's end gives back what is free already. */
#include <linux/cleanup.h>
#include <linux/mutex.h>

struct pump {
	struct mutex mutex;
	spinlock_t lock;
	int level;
	int limit;
};

static void unlock_pump(struct pump **pump)
{
	mutex_unlock(&(*pump)->mutex);
}

static int pump_level(struct pump *pump)
{
	int level;

	mutex_lock(&pump->mutex);  // expect: linux/Mutex kind=taken-twice lock=&pump->mutex acquire=29
	level = pump->level;
	mutex_unlock(&pump->mutex);
	return level;
}

int pump_raise(struct pump *pump, int amount)
{
	guard(mutex)(&pump->mutex);
	if (pump_level(pump) + amount > pump->limit)
		return -EINVAL;
	pump->level += amount;
	return 0;
}

int pump_drain(struct pump *pump)
{
	scoped_guard(spinlock, &pump->lock) {
		if (!pump->level)
			return -EAGAIN;
		spin_lock(&pump->lock);  // expect: linux/SpinLock kind=taken-twice lock=&pump->lock acquire=38
		pump->level = 0;
		spin_unlock(&pump->lock);
	}
	return 0;
}

int pump_stop(struct pump *pump)
{
	struct pump *held __cleanup(unlock_pump) = pump;

	mutex_lock(&pump->mutex);
	if (!pump->level)
		mutex_unlock(&pump->mutex);
	return 0;
}  // expect: linux/Mutex kind=not-held lock=&pump->mutex
