/* A helper gives its caller's lock away for a while; the caller knows it by another name. */
#include <linux/spinlock.h>

struct session {
	spinlock_t lock;
	struct link *lead;
	int state;
};

struct link {
	struct session *session;
};

static int link_exec(struct link *link)
{
	struct session *session = link->session;

	session->state = 1;
	spin_unlock_bh(&session->lock);
	link_wait(link);
	spin_lock_bh(&session->lock);
	return session->state;
}

void link_failure(struct link *link)
{
	struct session *session = link->session;

	spin_lock_bh(&session->lock);
	session->state = 9;
	spin_unlock_bh(&session->lock);
}

int session_abort(struct session *session)
{
	struct link *link = session->lead;

	spin_lock_bh(&session->lock);
	if (session->state == 0)
		goto out;
	switch (link_exec(link)) {
	case 2:
		spin_unlock_bh(&session->lock);
		link_failure(link);
		return -EIO;
	default:
		break;
	}
out:
	spin_unlock_bh(&session->lock);
	return 0;
}
