/* A helper that gives back the socket's lock also gets the link, by which what it calls knows the same lock. */
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
	link->notes = 0;
	return link_command(link, socket, 9);
}
