package io.padlog.run.engine.embedded;

/** Hashing of int tuples. Both steps are bijections of one int, so the hash of a single int never collides. */
final class Hash {
    private Hash() {}

    static int add(int hash, int value) {
        int sum = (hash ^ value) * 0x9E3779B1;
        return sum ^ (sum >>> 15);
    }

    static int finish(int hash) {
        int h = hash * 0x85EBCA6B;
        return h ^ (h >>> 13);
    }

    static int of(int[] tuple, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = add(hash, tuple[i]);
        }
        return finish(hash);
    }

    /** Of the tuple that begins at {@code from}. */
    static int of(int[] cells, int from, int length) {
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = add(hash, cells[i]);
        }
        return finish(hash);
    }

    static int of(int value) {
        return finish(add(0, value));
    }

    static int of(int first, int second) {
        return finish(add(add(0, first), second));
    }
}
