/* A helper takes the lock, and its caller calls something that takes it again. */
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
	link_wait(link);
	spin_lock_bh(&session->lock);
	return session->state;
}

void link_failure(struct link *link)
{
	struct session *session = link->session;

	spin_lock_bh(&session->lock);  // expect: linux/SpinLock kind=taken-twice lock=&session->lock acquire=20 confidence=medium
	session->state = 9;
	spin_unlock_bh(&session->lock);
}

int session_abort(struct session *session)
{
	struct link *link = session->lead;

	if (session->state == 0)
		goto out;
	switch (link_exec(link)) {
	case 2:
		link_failure(link);
		return -EIO;
	default:
		break;
	}
out:
	spin_unlock_bh(&session->lock);
	return 0;
}
