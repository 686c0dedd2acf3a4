/* All queues are locked, one after the other, and unlocked in another loop. */
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

int board_depth(struct board *board)
{
	int depth = 0;
	int i;

	for (i = 0; i < QUEUES; i++) {
		struct queue *queue = &board->queues[i];

		spin_lock(&queue->lock);
		depth += queue->depth;
	}
	board->stopped = 1;
	for (i = 0; i < QUEUES; i++) {
		struct queue *queue = &board->queues[i];

		spin_unlock(&queue->lock);
	}
	return depth;
}
