/* Another device is asked where the lock is given back. */
#include <linux/netdevice.h>
#include <linux/spinlock.h>

struct port {
	spinlock_t lock;
	int size;
};

static int port_resize(struct net_device *dev, struct net_device *peer, int size)
{
	struct port *port = netdev_priv(dev);

	if (netif_running(dev)) {
		port_stop(port);
		spin_lock(&port->lock);
	}
	port->size = size;
	if (netif_running(peer)) {
		spin_unlock(&port->lock);  // expect: linux/SpinLock kind=not-held lock=&port->lock confidence=medium
		port_start(port);
	}
	return 0;  // expect: linux/SpinLock lock=&port->lock acquire=16 confidence=medium
}
