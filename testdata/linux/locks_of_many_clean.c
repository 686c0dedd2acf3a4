/* Locks of many objects are taken one after the other, and then given back one after the other. */
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
	list_for_each_entry(ring, &port->rings, node)
		spin_unlock(&ring->lock);
}

void port_stop(struct port *port)
{
	int lane;

	for (lane = 0; lane < port->count; lane++)
		spin_lock(port->lanes + lane);
	port->count++;
	for (lane = 0; lane < port->count; lane++)
		spin_unlock(port->lanes + lane);
}

void port_walk(struct port *port, struct ring *ring)
{
	while (ring->head != 0) {
		spin_lock(&ring->lock);
		ring->head--;
		spin_unlock(&ring->lock);
		ring = list_next_entry(ring, node);
	}
}
