/* Macros leave their graph at the line of their use; do while (0) leaves none. */
#define CHECK(condition, label) do { if (!(condition)) { Log(#condition); goto label; } } while (0)

void Drain(PLIST_ENTRY head, int budget)
{
    static int drained;
    PLIST_ENTRY entry;

    while (TRUE) {
        CHECK(budget-- > 0, out);
        if ((entry = RemoveHead(head)) == NULL)
            break;
        NT_ASSERT(entry != head);
        drained += Free(entry) ? 1 : 0;
    }
    list_for_each(entry, head) {
        if (entry->Flags & (1 << 4 | 1))
            continue;
        Visit(entry);
    }
out:
    ;
}
