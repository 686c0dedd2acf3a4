/* Another function is asked before the lock is given back than before it is taken, and the object is not given back. */
#include <linux/console.h>
#include <linux/spinlock.h>

#define unit_lock(unit) ({ struct unit *__unit = unit; if (__unit) spin_lock(&__unit->lock); })
#define unit_unlock(unit) ({ struct unit *__unit = unit; if (__unit) spin_unlock(&__unit->lock); })

struct unit {
	spinlock_t lock;
	int users;
};

struct board {
	struct unit *unit;
	int boot;
};

static void unit_use(struct unit *unit)
{
	spin_lock(&unit->lock);
	unit->users++;
	spin_unlock(&unit->lock);
}

void board_configure(struct board *board, int flags)
{
	if (board_has_console(board))
		console_lock();
	board->boot = flags;
	if (board_has_display(board))
		console_unlock();  // expect: linux/Region kind=not-held lock=console lock confidence=medium
}  // expect: linux/Region lock=console lock acquire=28 confidence=medium

void board_start(struct board *board)
{
	struct unit *unit = board->unit;

	unit_lock(board->unit);
	board->boot = 1;
	unit_use(unit);
}  // expect: linux/SpinLock lock=&__unit->lock acquire=38 confidence=medium
