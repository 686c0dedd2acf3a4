/* The same, balanced. */
// pair: BeginUpdate:EndUpdate

void BeginUpdate(void);
void EndUpdate(void);

static int Entries;

int TableAppend(int Entry)
{
    int result = -1;

    BeginUpdate();
    if (Entries < 100) {
        Entries += Entry;
        result = 0;
    }
    EndUpdate();
    return result;
}
