/* Each branch takes the lock and gives it back. */
#include <linux/mutex.h>

struct stub {
	struct mutex lock;
	int up;
};

ssize_t stub_store(struct stub *stub, int up)
{
	if (up) {
		mutex_lock(&stub->lock);
		stub->up = 1;
		mutex_unlock(&stub->lock);
	} else {
		mutex_lock(&stub->lock);
		stub_down(stub);
		mutex_unlock(&stub->lock);
	}
	return 0;
}

static int stub_set(struct stub *stub, int up)
{
	mutex_lock(&stub->lock);
	if (stub->up == up)
		goto out;
	stub->up = up;
out:
	mutex_unlock(&stub->lock);
	return 0;
}

int stub_open(struct stub *stub)
{
	return stub_set(stub, 1);
}
