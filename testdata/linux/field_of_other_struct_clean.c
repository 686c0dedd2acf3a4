/* What is stored in one struct's field does not change the field of the same name in another. */
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

int port_start(struct port *port, struct transfer *transfer)
{
	int status = 0;

	spin_lock(&port->bus->lock);
	if (port->state) {
		transfer->bus = port->bus;
		port->bus->used++;
	} else {
		status = -ENODEV;
	}
	spin_unlock(&port->bus->lock);
	return status;
}
