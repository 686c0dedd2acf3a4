/* An interruptible lock that was interrupted returns a negative value, never a positive one. */
#include <linux/mutex.h>

struct till {
	struct mutex lock;
	int coins;
};

static int till_open(struct till *till, int wait)
{
	int err;

	if (!wait) {
		if (!mutex_trylock(&till->lock))
			return -EAGAIN;
		return 0;
	}
	err = mutex_lock_interruptible(&till->lock);
	if (err < 0)
		return err;
	return 0;
}

int till_pay(struct till *till, int wait)
{
	int err = till_open(till, wait);

	if (err)
		return err;
	if (till->coins == 0)
		return -ENOSPC;  // expect: linux/Mutex lock=&till->lock acquire=14
	till->coins--;
	mutex_unlock(&till->lock);
	return 0;
}
