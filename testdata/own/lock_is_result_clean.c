/* The same, balanced; the acquire has no argument, so the pair need not say where the lock is. */
// pair: TicketDraw:TicketReturn

typedef int *TICKET;

TICKET TicketDraw(void);
void TicketReturn(TICKET Ticket);
int Serve(TICKET Ticket);

int ServeOne(void)
{
    TICKET ticket = TicketDraw();
    int result;

    if (!ticket) {
        return -1;
    }
    result = Serve(ticket);
    TicketReturn(ticket);
    return result;
}
