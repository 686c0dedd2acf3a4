/* The functions are given no lock: there is one. The pair does not say so, the calls show it. */
// pair: BeginUpdate:EndUpdate

void BeginUpdate(void);
void EndUpdate(void);

static int Entries;

int TableAppend(int Entry)
{
    BeginUpdate();
    if (Entries == 100) {
        return -1;  // expect: own/BeginUpdate lock=BeginUpdate:EndUpdate acquire=11
    }
    Entries += Entry;
    EndUpdate();
    return 0;
}
