/* A constant of a missing header says whether the lock is taken again: most likely it is not. */
#include <linux/mutex.h>
#include <linux/mailbox.h>

struct mailbox {
	struct mutex mutex;
	int words[4];
};

static int mailbox_post(struct mailbox *mailbox, int word)
{
	mutex_lock(&mailbox->mutex);
	mailbox->words[0] = word;
	mutex_unlock(&mailbox->mutex);
	return 0;
}

static int mailbox_send(struct mailbox *mailbox, int word, int direct)
{
	if (!direct)
		return mailbox_post(mailbox, word);
	mailbox->words[1] = word;
	return 0;
}

int mailbox_reset(struct mailbox *mailbox)
{
	int status;

	mutex_lock(&mailbox->mutex);
	status = mailbox_send(mailbox, 7, MAILBOX_SEND);
	mutex_unlock(&mailbox->mutex);
	return status;
}
