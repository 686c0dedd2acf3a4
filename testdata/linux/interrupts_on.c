/* Two ways end what one began: what was saved cannot be restored twice. */
#include <linux/interrupt.h>

struct modem {
	int divider;
	int transmitting;
};

static void modem_poll(struct modem *modem)
{
	unsigned long flags;

	local_irq_save(flags);
	if (--modem->divider <= 0) {
		modem->divider = 6;
		local_irq_restore(flags);
		modem_arbitrate(modem);
	}
	local_irq_restore(flags);  // expect: linux/Region kind=not-held lock=interrupts off confidence=medium
	modem_transmit(modem);
}
