/* Two chips have their locks behind the same operations, and what one of them has taken is kept where the chip is busy. */
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

static int plain_acquire(struct chip *chip)
{
	chip->owner = 1;
	return 0;
}

static void plain_release(struct chip *chip)
{
	chip->owner = 0;
}

const struct chip_ops flash_ops = { .acquire = flash_acquire, .release = flash_release };
const struct chip_ops plain_ops = { .acquire = plain_acquire, .release = plain_release };

int chip_read(struct chip *chip)
{
	int err = chip->ops->acquire(chip);

	if (err)
		return err;
	if (chip->owner > 1)
		return -EBUSY;  // expect: linux/Mutex lock=&flash_mutex acquire=20 confidence=medium
	err = chip->owner;
	chip->ops->release(chip);
	return err;
}
