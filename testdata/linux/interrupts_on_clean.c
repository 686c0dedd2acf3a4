/* A helper of an interrupt handler lets interrupts in for a while; that they are let in already is no mistake. */
#include <linux/interrupt.h>

struct modem {
	int divider;
	int transmitting;
};

static void modem_poll(struct modem *modem)
{
	if (--modem->divider <= 0) {
		modem->divider = 6;
		local_irq_enable();
		modem_arbitrate(modem);
	}
	local_irq_enable();
	modem_transmit(modem);
	local_irq_disable();
}

static irqreturn_t modem_interrupt(int irq, void *context)
{
	modem_poll(context);
	return IRQ_HANDLED;
}
