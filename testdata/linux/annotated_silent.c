/* The source says of its functions what they do to the lock; sparse reads it, and so does padlog. */
#include <linux/spinlock.h>

struct kiln {
	spinlock_t lock;
	int heat;
};

int kiln_begin(struct kiln *kiln)
	__acquires(&kiln->lock)
{
	spin_lock(&kiln->lock);
	return kiln->heat;
}

int kiln_end(struct kiln *kiln)
	__releases(&kiln->lock)
{
	int heat = kiln->heat;

	spin_unlock(&kiln->lock);
	return heat;
}

int kiln_cool(struct kiln *kiln)
	__must_hold(&kiln->lock)
{
	if (kiln->heat == 0)
		return 0;
	spin_unlock(&kiln->lock);
	kiln->heat--;
	spin_lock(&kiln->lock);
	return kiln->heat;
}
