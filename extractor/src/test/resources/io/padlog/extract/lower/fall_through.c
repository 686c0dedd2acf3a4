/* The function codes of a dispatch routine: cases that fall through, share a body, stand in an inner block. */
enum FUNCTION { READ = 3, WRITE, FLUSH = WRITE << 1 };

int Dispatch(PIRP irp, int function)
{
    int result = -1, tries = 0;

    switch (function) {
    case READ:
        Prepare(irp);
        /* falls through */
    case WRITE:
        result = Queue(irp, function == READ ? 1 : 2);
        break;
    case FLUSH:
        do {
            tries++;
            if (Flush(irp))
                continue;
    case 0x10 ... 0x1F:
            result = tries;
        } while (tries < 3 && result != 0);
        return result;
    default:
        panic("unknown function");
    }
    Complete(irp, result);
    return result;
}
