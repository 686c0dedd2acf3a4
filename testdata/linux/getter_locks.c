/* What a function returns after it has locked it is what it was given: the caller keeps that lock where it fails. */
#include <linux/mutex.h>

struct clock {
	struct mutex lock;
	int users;
};

struct chip {
	struct clock *clock;
	int level;
};

static struct clock *clock_get(struct clock *clock)
{
	if (!clock)
		return NULL;
	mutex_lock(&clock->lock);
	clock->users++;
	return clock;
}

static void clock_put(struct clock *clock)
{
	clock->users--;
	mutex_unlock(&clock->lock);
}

int chip_stop(struct chip *chip)
{
	struct clock *clock = clock_get(chip->clock);

	if (!clock)
		return -ENODEV;
	if (chip->level)
		return -EBUSY;  // expect: linux/Mutex lock=&chip->clock->lock acquire=18
	chip->level = 0;
	clock_put(clock);
	return 0;
}
