/* The lock is a handle, passed by value, and not the first argument; the try-acquire may fail. */
// pair: SealTryTake(1)=nonzero:SealDrop(1)
// pair: SealTake(1):SealDrop(1)

typedef unsigned long SEAL;

struct vault {
    SEAL Seal;
    int Coins;
};

void SealTake(int Owner, SEAL Seal);
int SealTryTake(int Owner, SEAL Seal);
void SealDrop(int Owner, SEAL Seal);

int VaultPay(struct vault *Vault, int Owner)
{
    if (!SealTryTake(Owner, Vault->Seal)) {
        return -1;
    }
    if (Vault->Coins == 0) {
        return -2;  // expect: own/SealTryTake lock=Vault->Seal acquire=18
    }
    Vault->Coins--;
    SealDrop(Owner, Vault->Seal);
    return 0;
}

int VaultFill(struct vault *Vault, int Owner, int Coins)
{
    SealTake(Owner, Vault->Seal);
    if (Coins < 0) {
        SealDrop(Owner, Vault->Seal);
        return -1;
    }
    Vault->Coins += Coins;
    SealDrop(Owner, Vault->Seal);
    return 0;
}
