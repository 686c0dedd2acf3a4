/* WARN_ON only warns and has the value of its condition: the exit that it guards is one. */
#include <linux/mutex.h>

struct reel {
	struct mutex mutex;
	int turns;
};

static int reel_wind(struct reel *reel, int turns)
{
	mutex_lock(&reel->mutex);
	if (WARN_ON(turns < 0))
		return -EINVAL;  // expect: linux/Mutex lock=&reel->mutex acquire=11
	WARN_ON_ONCE(reel->turns > turns);
	reel->turns += turns;
	mutex_unlock(&reel->mutex);
	return 0;
}
