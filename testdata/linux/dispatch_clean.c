/* The lock is held while one request is sent, and taken for another: which of them a sender goes to is told by a number. */
#include <linux/spinlock.h>

enum { ADAPTER_SCAN = 1, ADAPTER_JOIN, ADAPTER_LEAVE, ADAPTER_SLEEP, ADAPTER_WAKE, ADAPTER_AGGREGATE, ADAPTER_RESET };

struct adapter {
	spinlock_t table_lock;
	int table[8];
	int state;
};

static int adapter_send(struct adapter *adapter, int request);

static int adapter_aggregate(struct adapter *adapter)
{
	spin_lock_bh(&adapter->table_lock);
	adapter->table[0]++;
	spin_unlock_bh(&adapter->table_lock);
	return 0;
}

static int adapter_prepare(struct adapter *adapter, int request)
{
	switch (request) {
	case ADAPTER_SCAN:
		adapter->state = 1;
		return 0;
	case ADAPTER_JOIN:
		adapter->state = 2;
		return 0;
	case ADAPTER_LEAVE:
		adapter->state = 3;
		return 0;
	case ADAPTER_SLEEP:
		adapter->state = 4;
		return 0;
	case ADAPTER_WAKE:
		adapter->state = 5;
		return 0;
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
	status = adapter_send(adapter, ADAPTER_RESET);
	spin_unlock_bh(&adapter->table_lock);
	return status;
}

int adapter_start(struct adapter *adapter)
{
	return adapter_send(adapter, ADAPTER_AGGREGATE);
}
