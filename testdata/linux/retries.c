/* The counter tells that the last try has not failed, so the lock is held, also where the command is refused. */
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
	if (command < 0)
		return -EINVAL;  // expect: linux/SpinLock lock=&mailbox->lock acquire=15

	mailbox->command = command;
	spin_unlock(&mailbox->lock);
	return 0;
}
