/* The lock is held where the loop ends early, and not where the last try has failed: the counter tells which it was. */
#include <linux/spinlock.h>

struct mailbox {
	spinlock_t lock;
	int pending;
	int command;
};

static int mailbox_send(struct mailbox *mailbox, int command, unsigned int tries)
{
	unsigned int i = 0;

	do {
		spin_lock(&mailbox->lock);
		if (!mailbox->pending)
			break;
		spin_unlock(&mailbox->lock);
		udelay(10);
	} while (++i < tries);

	if (i >= tries)
		return -EAGAIN;

	mailbox->command = command;
	spin_unlock(&mailbox->lock);
	return 0;
}
