/* What is stored in the same struct may change which lock is given back, and the one that was taken stays. */
#include <linux/spinlock.h>

struct bus {
	spinlock_t lock;
	int used;
};

struct port {
	struct bus *bus;
	int state;
};

struct transfer {
	struct bus *bus;
	int size;
};

int port_start(struct port *port, struct port *other)
{
	int status = 0;

	spin_lock(&port->bus->lock);
	if (port->state) {
		port->bus = other->bus;
		port->bus->used++;
	} else {
		status = -ENODEV;
	}
	spin_unlock(&port->bus->lock);  // expect: linux/SpinLock kind=not-held lock=&port->bus->lock confidence=medium
	return status;  // expect: linux/SpinLock lock=&port->bus->lock acquire=23 confidence=medium
}
