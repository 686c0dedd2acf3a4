/* A project's own lock: the check between acquire and release returns and forgets the release. */
// pair: GateEnter:GateLeave

struct gate {
    int Closed;
};

struct ledger {
    struct gate Gate;
    int Balance;
    int Limit;
};

void GateEnter(struct gate *Gate);
void GateLeave(struct gate *Gate);

int LedgerBook(struct ledger *Ledger, int Amount)
{
    GateEnter(&Ledger->Gate);
    if (Ledger->Balance + Amount > Ledger->Limit) {
        return -1;  // expect: own/GateEnter lock=&Ledger->Gate acquire=19
    }
    Ledger->Balance += Amount;
    GateLeave(&Ledger->Gate);
    return 0;
}

void LedgerClear(struct ledger *Ledger)
{
    GateEnter(&Ledger->Gate);
    GateEnter(&Ledger->Gate);  // expect: own/GateEnter lock=&Ledger->Gate acquire=30 kind=taken-twice
    Ledger->Balance = 0;
    GateLeave(&Ledger->Gate);
}

void LedgerReset(struct ledger *Ledger)
{
    GateEnter(&Ledger->Gate);
    Ledger->Balance = 0;
    GateLeave(&Ledger->Gate);
    GateLeave(&Ledger->Gate);  // expect: own/GateEnter lock=&Ledger->Gate kind=not-held
}
