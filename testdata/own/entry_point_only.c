/* Nobody calls the function, and its role is not known: it may be where control enters, or a helper of another unit. What
 * only that decides is of medium confidence. */
// pair: PenLock:PenUnlock

struct pen {
    int Lock;
    int CapLock;
    int TipLock;
    int Ink;
};

void PenLock(int *Lock);
void PenUnlock(int *Lock);

void PenDraw(struct pen *Pen)
{
    PenLock(&Pen->Lock);
    Pen->Ink--;
}  // expect: own/PenLock lock=&Pen->Lock acquire=17 confidence=medium

void PenCap(struct pen *Pen)
{
    Pen->Ink = 0;
    PenUnlock(&Pen->CapLock);  // expect: own/PenLock lock=&Pen->CapLock kind=not-held confidence=medium
}

/* These two are called in turn: neither is reported. */
void PenLower(struct pen *Pen)
{
    PenLock(&Pen->TipLock);
    Pen->Ink++;
}

void PenRaise(struct pen *Pen)
{
    Pen->Ink--;
    PenUnlock(&Pen->TipLock);
}
