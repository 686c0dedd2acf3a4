/* The same with the release on every way out. */
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
    int result = 0;

    GateEnter(&Ledger->Gate);
    if (Ledger->Balance + Amount > Ledger->Limit) {
        result = -1;
    } else {
        Ledger->Balance += Amount;
    }
    GateLeave(&Ledger->Gate);
    return result;
}

void LedgerClear(struct ledger *Ledger)
{
    GateEnter(&Ledger->Gate);
    Ledger->Balance = 0;
    GateLeave(&Ledger->Gate);
    GateEnter(&Ledger->Gate);
    Ledger->Limit = 0;
    GateLeave(&Ledger->Gate);
}
