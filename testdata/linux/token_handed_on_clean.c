/* What the acquire returned goes with the message, to whoever gives the lock back. */
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
	message->token = token;
	return message;
}

static void message_commit(struct message *message, int version)
{
	switch (version) {
	case 1:
		srcu_read_unlock(&connections, message->token);
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
	return 0;
}
