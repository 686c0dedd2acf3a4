/* A flag says whether the lock could be taken, and the function gives it back where it says so. */
#include <linux/mutex.h>

struct link {
	struct mutex mutex;
	int state;
};

void link_lost(struct link *link)
{
	int locked;

	if (!mutex_trylock(&link->mutex)) {
		locked = 0;
	} else {
		locked = 1;
	}
	link->state = 0;
	if (locked)
		mutex_unlock(&link->mutex);
}
