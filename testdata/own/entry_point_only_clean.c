/* The same, balanced. */
// pair: PenLock:PenUnlock

struct pen {
    int Lock;
    int Ink;
};

void PenLock(int *Lock);
void PenUnlock(int *Lock);

void PenDraw(struct pen *Pen)
{
    PenLock(&Pen->Lock);
    Pen->Ink--;
    PenUnlock(&Pen->Lock);
}

void PenCap(struct pen *Pen)
{
    PenLock(&Pen->Lock);
    Pen->Ink = 0;
    PenUnlock(&Pen->Lock);
}
