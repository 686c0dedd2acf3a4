/* A loop in the scope of a guard is begun again by a jump that does not leave the scope. */
#include <linux/cleanup.h>
#include <linux/list.h>
#include <linux/mutex.h>

struct led {
	struct list_head node;
	void *card;
};

static struct list_head leds;
static struct mutex led_mutex;

int led_reset(void *card)
{
	struct led *led;
	int changed = 0;

	scoped_guard(mutex, &led_mutex) {
		if (card == NULL)
			return -EINVAL;
again:
		list_for_each_entry(led, &leds, node) {
			if (led->card == card) {
				led_destroy(led);
				changed = 1;
				goto again;
			}
		}
	}
	return changed;
}
