/* One branch takes the lock, both give it back; and a helper gives back what it has not taken where it ends early. */
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
		stub_down(stub);
		mutex_unlock(&stub->lock);  // expect: linux/Mutex kind=not-held lock=&stub->lock
	}
	return 0;
}

static int stub_set(struct stub *stub, int up)
{
	if (stub->up == up)
		goto out;
	mutex_lock(&stub->lock);
	stub->up = up;
out:
	mutex_unlock(&stub->lock);  // expect: linux/Mutex kind=not-held lock=&stub->lock
	return 0;
}

int stub_open(struct stub *stub)
{
	return stub_set(stub, 1);
}
