/* What the acquire returned is kept by nobody, and on one way the lock is not given back. */
#include <linux/srcu.h>

struct message {
	int token;
	int length;
};

static struct srcu_struct connections;

static struct message *message_new(int node)
{
	struct message *message;
	int token = srcu_read_lock(&connections);

	message = message_allocate(node);
	if (!message) {
		srcu_read_unlock(&connections, token);
		return NULL;
	}
	return message;
}

static void message_commit(struct message *message, int version)
{
	switch (version) {
	case 1:
		srcu_read_unlock(&connections, message->length);
		break;
	default:
		break;
	}
}

int node_send(int node, int version)
{
	struct message *message = message_new(node);

	if (!message)
		return -ENOMEM;
	message->length = 2;
	message_commit(message, version);
	return 0;  // expect: linux/Region lock=&connections acquire=14
}
