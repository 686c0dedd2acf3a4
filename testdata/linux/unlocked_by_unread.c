/* What is not read says by its name that it gives back a lock, but it gets another object, or is not called on one way. */
#include <linux/interrupt.h>
#include <linux/spinlock.h>
#include <linux/serial_core.h>

struct line {
	struct line_port port;
	int received;
};

struct line_port {
	spinlock_t lock;
	int type;
};

static void line_receive(struct line *line)
{
	spin_lock(&line->port.lock);  // expect: linux/SpinLock kind=taken-twice lock=&line->port.lock acquire=18
	line->received++;
	line_port_unlock_and_check(line_other(line));
}

irqreturn_t line_interrupt(int irq, void *data)
{
	struct line *line = data;

	line_receive(line);
	if (line->received > 16)
		line_receive(line);
	return IRQ_HANDLED;  // expect: linux/SpinLock lock=&line->port.lock acquire=18 confidence=medium
}

irqreturn_t port_interrupt(int irq, void *data)
{
	struct line_port *port = data;

	spin_lock(&port->lock);
	if (port->type == 7)
		return IRQ_NONE;  // expect: linux/SpinLock lock=&port->lock acquire=37 confidence=medium
	line_port_unlock_and_check(port);
	spin_lock(&port->lock);
	port->type = 2;
	line_port_unlock_and_check(port);
	return IRQ_HANDLED;
}
