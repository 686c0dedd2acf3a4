/* A macro of a missing header goes through the streams of a group; each has a lock of its own. */
#include <linux/spinlock.h>
#include <sound/group.h>

struct stream {
	spinlock_t lock;
	int running;
};

int group_action(struct stream *first, int state)
{
	struct stream *s;
	struct stream *other;

	group_for_each_stream(s, first) {
		if (s != first)
			spin_lock(&s->lock);
	}
	first->running = state;
	group_for_each_stream(other, first) {
		if (other != first)
			spin_unlock(&other->lock);
	}
	return 0;
}
