/* What the acquire returned goes to the caller, who gives the lock back with it, but not where there is no table. */
#include <linux/srcu.h>

struct table {
	int zones;
};

struct disk {
	struct srcu_struct barrier;
	struct table *table;
};

static struct table *disk_table(struct disk *disk, int *token)
{
	*token = srcu_read_lock(&disk->barrier);
	return disk->table;
}

static void disk_put_table(struct disk *disk, int token)
{
	srcu_read_unlock(&disk->barrier, token);
}

int disk_zones(struct disk *disk)
{
	struct table *table;
	int token;
	int zones;

	table = disk_table(disk, &token);
	if (!table)
		return -EIO;  // expect: linux/Region lock=&disk->barrier acquire=15
	zones = table->zones;
	disk_put_table(disk, token);
	return zones;
}
