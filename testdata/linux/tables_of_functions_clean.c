/* Two kinds of tables have a function of the same name: the lock is held for one, and taken in the other. */
#include <linux/fs.h>
#include <linux/mutex.h>

struct sensor {
	struct mutex mutex;
	int (*read)(struct sensor *sensor, char *buffer, int size);
};

static struct sensor *current_sensor;

static int thermometer_read(struct sensor *sensor, char *buffer, int size)
{
	buffer[0] = 21;
	return 1;
}

static struct sensor thermometer = { .read = thermometer_read };

static int sensor_sample(struct sensor *sensor, char *buffer, int size)
{
	int count;

	mutex_lock(&current_sensor->mutex);
	count = sensor->read(sensor, buffer, size);
	mutex_unlock(&current_sensor->mutex);
	return count;
}

static ssize_t sensor_dev_read(struct file *file, char __user *buffer, size_t size, loff_t *offset)
{
	mutex_lock(&current_sensor->mutex);
	buffer[0] = sensor_sample_raw();
	mutex_unlock(&current_sensor->mutex);
	return size;
}

static const struct file_operations sensor_operations = { .read = sensor_dev_read };
