/* The lock is held while a request is sent, and taken for the same one: the numbers are told apart where they are few. */
#include <linux/spinlock.h>

enum { ADAPTER_AGGREGATE = 1, ADAPTER_RESET };

struct adapter {
	spinlock_t table_lock;
	int table[8];
	int state;
};

static int adapter_send(struct adapter *adapter, int request);

static int adapter_aggregate(struct adapter *adapter)
{
	spin_lock_bh(&adapter->table_lock);  // expect: linux/SpinLock kind=taken-twice lock=&adapter->table_lock acquire=46
	adapter->table[0]++;
	spin_unlock_bh(&adapter->table_lock);
	return 0;
}

static int adapter_prepare(struct adapter *adapter, int request)
{
	switch (request) {
	case ADAPTER_AGGREGATE:
		return adapter_aggregate(adapter);
	case ADAPTER_RESET:
		adapter->state = 6;
		return 0;
	default:
		return -EINVAL;
	}
}

static int adapter_send(struct adapter *adapter, int request)
{
	if (!adapter->state)
		return -ENODEV;
	return adapter_prepare(adapter, request);
}

int adapter_flush(struct adapter *adapter)
{
	int status;

	spin_lock_bh(&adapter->table_lock);
	status = adapter_send(adapter, ADAPTER_AGGREGATE);
	spin_unlock_bh(&adapter->table_lock);
	return status;
}

int adapter_restart(struct adapter *adapter)
{
	return adapter_send(adapter, ADAPTER_RESET);
}
