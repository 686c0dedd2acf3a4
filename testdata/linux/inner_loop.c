/* A loop takes the lock of one queue after the other, and does not give it back where the inner loop ends early. */
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
			if (queue->slots[i] < 0)
				return -EIO;  // expect: linux/SpinLock lock=&queue->lock acquire=22
			depth += queue->slots[i];
		}
		spin_unlock(&queue->lock);
	}
	return depth;
}
