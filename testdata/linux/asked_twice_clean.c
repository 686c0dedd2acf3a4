/* The same question is asked where the lock is taken and where it is given back: nothing in between changes the answer. */
#include <linux/netdevice.h>
#include <linux/spinlock.h>

struct port {
	spinlock_t lock;
	int size;
};

static int port_resize(struct net_device *dev, int size)
{
	struct port *port = netdev_priv(dev);

	if (netif_running(dev)) {
		port_stop(port);
		spin_lock(&port->lock);
	}
	port->size = size;
	if (netif_running(dev)) {
		spin_unlock(&port->lock);
		port_start(port);
	}
	return 0;
}

DEFINE_STATIC_KEY_FALSE(port_locking);

int port_send(struct port *port, int size)
{
	if (static_branch_unlikely(&port_locking))
		spin_lock(&port->lock);
	port->size += size;
	if (static_branch_unlikely(&port_locking))
		spin_unlock(&port->lock);
	return 0;
}
