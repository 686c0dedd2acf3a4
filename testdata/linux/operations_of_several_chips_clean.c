/* Only one chip has a lock behind the operations. */
#include <linux/mutex.h>

static DEFINE_MUTEX(flash_mutex);

struct chip;

struct chip_ops {
	int (*acquire)(struct chip *chip);
	void (*release)(struct chip *chip);
};

struct chip {
	const struct chip_ops *ops;
	int owner;
};

static int flash_acquire(struct chip *chip)
{
	mutex_lock(&flash_mutex);
	return 0;
}

static void flash_release(struct chip *chip)
{
	mutex_unlock(&flash_mutex);
}

const struct chip_ops flash_ops = { .acquire = flash_acquire, .release = flash_release };

int chip_read(struct chip *chip)
{
	int err = chip->ops->acquire(chip);

	if (err)
		return err;
	err = chip->owner;
	chip->ops->release(chip);
	return err;
}
