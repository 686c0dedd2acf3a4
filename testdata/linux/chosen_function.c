/* Which function is called to give a lock back is chosen where it is called, but on one way none is called. */
#include <linux/rwsem.h>

struct node {
	struct rw_semaphore lock;
	int seq;
};

static inline void node_lock(int write, struct node *node)
{
	write ? down_write(&node->lock) : down_read(&node->lock);
}

static inline void node_unlock(int write, struct node *node)
{
	if (write)
		node->seq++;
	(write ? up_write : up_read)(&node->lock);
}

int node_insert(struct node *node, int seq)
{
	node_lock(1, node);
	if (node->seq != seq) {
		return -EINTR;  // expect: linux/Semaphore lock=&node->lock acquire=11
	}
	node->seq = seq + 1;
	node_unlock(1, node);
	return 0;
}
