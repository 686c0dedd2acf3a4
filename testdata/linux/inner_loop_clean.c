/* A loop takes the lock of one queue after the other; what an inner loop does in between does not make it another queue. */
#include <linux/spinlock.h>

struct queue {
	struct queue *next;
	spinlock_t lock;
	int depth;
	int slots[8];
};

struct board {
	struct queue *queues;
};

static int board_depth(struct board *board)
{
	struct queue *queue;
	int depth = 0;
	int i;

	for (queue = board->queues; queue; queue = queue->next) {
		spin_lock(&queue->lock);
		for (i = 0; i < queue->depth; i++) {
			depth += queue->slots[i];
		}
		spin_unlock(&queue->lock);
	}
	return depth;
}
