/* A gate may be shut without its lock, and nobody asks whether it is held; a semaphore is made for one to take. */
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
			mutex_unlock(&gate->lock);  // expect: linux/Mutex kind=not-held lock=&gate->lock
		return -EIO;
	}
	if (!enable)
			mutex_unlock(&gate->lock);  // expect: linux/Mutex kind=not-held lock=&gate->lock
	return 0;  // expect: linux/Mutex lock=&gate->lock acquire=13 confidence=medium
}

int gate_wait(struct gate *gate)
{
	struct semaphore done;

	sema_init(&done, 1);
	gate_start(gate, &done);
	if (down_interruptible(&done))
		return -EINTR;
	return gate->open;  // expect: linux/Semaphore lock=&done acquire=29 confidence=medium
}
