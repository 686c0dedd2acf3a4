/* What WARN_ON warns of is gone on with, and the exit that it guards gives back the mutex. */
#include <linux/mutex.h>

struct reel {
	struct mutex mutex;
	int turns;
};

static int reel_wind(struct reel *reel, int turns)
{
	mutex_lock(&reel->mutex);
	if (WARN_ON(turns < 0)) {
		mutex_unlock(&reel->mutex);
		return -EINVAL;
	}
	WARN_ON_ONCE(reel->turns > turns);
	reel->turns += turns;
	mutex_unlock(&reel->mutex);
	return 0;
}
