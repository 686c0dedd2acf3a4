/* The same, balanced. */
// pair: SealTryTake(1)=nonzero:SealDrop(1)

typedef unsigned long SEAL;

struct vault {
    SEAL Seal;
    int Coins;
};

int SealTryTake(int Owner, SEAL Seal);
void SealDrop(int Owner, SEAL Seal);

int VaultPay(struct vault *Vault, int Owner)
{
    int result = -2;

    if (!SealTryTake(Owner, Vault->Seal)) {
        return -1;
    }
    if (Vault->Coins > 0) {
        Vault->Coins--;
        result = 0;
    }
    SealDrop(Owner, Vault->Seal);
    return result;
}
