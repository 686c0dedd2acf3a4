/* A function that is not read, of a missing header, gives back the lock, and says so by its name. */
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
	spin_lock(&line->port.lock);
	line->received++;
	line_port_unlock_and_check(&line->port);
}

irqreturn_t line_interrupt(int irq, void *data)
{
	struct line *line = data;

	line_receive(line);
	if (line->received > 16)
		line_receive(line);
	return IRQ_HANDLED;
}

irqreturn_t port_interrupt(int irq, void *data)
{
	struct line_port *port = data;

	spin_lock(&port->lock);
	port->type = 1;
	line_port_unlock_and_check(port);
	spin_lock(&port->lock);
	port->type = 2;
	line_port_unlock_and_check(port);
	return IRQ_HANDLED;
}
