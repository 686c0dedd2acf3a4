/* The object that is passed has two locks, each with functions of its own: the second is not the first one again. */
#include <linux/netdevice.h>

int relay_set_address(struct net_device *dev, const void *address)
{
	netif_tx_lock_bh(dev);
	netif_addr_lock(dev);
	__dev_addr_set(dev, address, 7);
	netif_addr_unlock(dev);
	netif_tx_unlock_bh(dev);
	return 0;
}
