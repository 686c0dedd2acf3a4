/* The lock of one queue after the other is taken; where one is too deep it is kept. */
#include <linux/spinlock.h>

#define QUEUES 4

struct queue {
	spinlock_t lock;
	int depth;
};

struct board {
	struct queue queues[QUEUES];
	int stopped;
};

int board_depth(struct board *board, int limit)
{
	int depth = 0;
	int i;

	for (i = 0; i < QUEUES; i++) {
		struct queue *queue = &board->queues[i];

		spin_lock(&queue->lock);
		if (queue->depth > limit)
			return -E2BIG;  // expect: linux/SpinLock lock=&queue->lock acquire=24
		depth += queue->depth;
		spin_unlock(&queue->lock);
	}
	return depth;
}
