/* A gate's lock is taken by one call and given back by another, which asks whether it is held; a semaphore is made empty. */
#include <linux/mutex.h>
#include <linux/semaphore.h>

struct gate {
	struct mutex lock;
	int open;
};

int gate_ctrl(struct gate *gate, int enable)
{
	if (enable)
		mutex_lock(&gate->lock);
	if (gate_write(gate, enable) < 0) {
		if (mutex_is_locked(&gate->lock))
			mutex_unlock(&gate->lock);
		return -EIO;
	}
	if (!enable)
		if (mutex_is_locked(&gate->lock))
			mutex_unlock(&gate->lock);
	return 0;
}

int gate_wait(struct gate *gate)
{
	struct semaphore done;

	sema_init(&done, 0);
	gate_start(gate, &done);
	if (down_interruptible(&done))
		return -EINTR;
	return gate->open;
}
