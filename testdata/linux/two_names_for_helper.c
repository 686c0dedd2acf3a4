/* A helper that gives back the lock of the socket, which what it calls knows by the link, is not called on one way. */
#include <linux/mutex.h>

struct socket {
	struct mutex mutex;
	char *buffer;
};

struct link {
	struct socket data;
	struct socket meta;
	int notes;
	int broken;
};

static void link_note(struct link *link)
{
	if (mutex_trylock(&link->data.mutex)) {
		link->notes++;
		mutex_unlock(&link->data.mutex);
	}
}

static int link_write(struct link *link, struct socket *socket, int command)
{
	if (link->broken)
		link_note(link);
	return socket_write(socket->buffer, command);
}

static int link_command(struct link *link, struct socket *socket, int command)
{
	int error = link_write(link, socket, command);

	mutex_unlock(&socket->mutex);
	return error;
}

int link_ping(struct link *link)
{
	struct socket *socket = &link->data;

	mutex_lock(&socket->mutex);
	return link_command(link, socket, 7);
}

int link_reset(struct link *link)
{
	struct socket *socket = &link->data;

	mutex_lock(&socket->mutex);
	if (link->broken)
		return -EIO;  // expect: linux/Mutex lock=&socket->mutex acquire=51
	return link_command(link, socket, 9);
}
