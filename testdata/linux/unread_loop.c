/* A macro of a missing header goes through the streams of a group, and none of the locks is given back. */
#include <linux/spinlock.h>
#include <sound/group.h>

struct stream {
	spinlock_t lock;
	int running;
};

int group_action(struct stream *first, int state)
{
	struct stream *s;

	group_for_each_stream(s, first) {
		if (s != first)
			spin_lock(&s->lock);
	}
	first->running = state;
	return 0;  // expect: linux/SpinLock lock=&s->lock acquire=16 confidence=medium
}
