/* Locks of many objects are taken one after the other; not all are given back, and one is taken of the same object again. */
#include <linux/list.h>
#include <linux/spinlock.h>

struct ring {
	struct list_head node;
	spinlock_t lock;
	unsigned int head;
};

struct port {
	struct list_head rings;
	spinlock_t *lanes;
	int count;
};

void port_reset(struct port *port)
{
	struct ring *ring;

	list_for_each_entry(ring, &port->rings, node)
		spin_lock(&ring->lock);
	port->count = 0;
}  // expect: linux/SpinLock lock=&ring->lock acquire=22 confidence=medium

void port_stop(struct port *port)
{
	int lane;

	for (lane = 0; lane < port->count; lane++)
		spin_lock(port->lanes + lane);
	port->count++;
}  // expect: linux/SpinLock lock=port->lanes + lane acquire=31 confidence=medium

void port_walk(struct port *port, struct ring *ring)
{
	while (ring->head != 0) {
		spin_lock(&ring->lock);  // expect: linux/SpinLock kind=taken-twice lock=&ring->lock acquire=38
		ring->head--;
		if (ring->head == 7)
			continue;
		spin_unlock(&ring->lock);
		ring = list_next_entry(ring, node);
	}
}
