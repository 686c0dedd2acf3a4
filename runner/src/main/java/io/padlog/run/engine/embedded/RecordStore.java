package io.padlog.run.engine.embedded;

import java.util.Arrays;

/**
 * Numbers records and ADT values from 1 in the order in which they are first built; 0 is nil. A value is a branch (-1 for a
 * plain record) and its fields; equal ones have one number. Not thread-safe.
 */
final class RecordStore {
    static final int NIL = 0;
    static final int NO_BRANCH = -1;

    private final Budget budget;
    /** Of value n: branch at {@code starts[n]}, then its fields up to {@code starts[n + 1]}. */
    private int[] pool = new int[64];
    private int[] starts = new int[16];
    private int size = 1;
    private long[] slots = new long[32];

    RecordStore(Budget budget) {
        this.budget = budget;
    }

    /** The number of this value. */
    int number(int branch, int[] fields) {
        int hash = Hash.finish(Hash.add(Hash.of(fields, fields.length), branch));
        int mask = slots.length - 1;
        int slot = hash & mask;
        for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
            if ((int) (entry >>> 32) == hash && is((int) entry, branch, fields)) {
                return (int) entry;
            }
            slot = (slot + 1) & mask;
        }
        append(branch, fields);
        slots[slot] = ((long) hash << 32) | (size - 1);
        if (size > slots.length >> 1) {
            grow();
        }
        return size - 1;
    }

    /** Whether it is a value that was built here: not nil, nor made up with {@code as}. */
    boolean isValue(int number) {
        return number > NIL && number < size;
    }

    /** {@link #NO_BRANCH} for a plain record. */
    int branch(int number) {
        return pool[starts[number]];
    }

    int fieldCount(int number) {
        return starts[number + 1] - starts[number] - 1;
    }

    int field(int number, int index) {
        return pool[starts[number] + 1 + index];
    }

    private boolean is(int number, int branch, int[] fields) {
        int start = starts[number];
        if (pool[start] != branch || starts[number + 1] - start - 1 != fields.length) {
            return false;
        }
        for (int i = 0; i < fields.length; i++) {
            if (pool[start + 1 + i] != fields[i]) {
                return false;
            }
        }
        return true;
    }

    private void append(int branch, int[] fields) {
        int start = starts[size];
        int end = start + 1 + fields.length;
        if (end > pool.length) {
            pool = Arrays.copyOf(pool, Math.max(end, pool.length + (pool.length >> 1)));
        }
        if (size + 2 > starts.length) {
            budget.reserveRows("records", starts.length >> 1);
            starts = Arrays.copyOf(starts, starts.length + (starts.length >> 1));
        }
        pool[start] = branch;
        System.arraycopy(fields, 0, pool, start + 1, fields.length);
        size++;
        starts[size] = end;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length << 1];
        int mask = slots.length - 1;
        for (long entry : old) {
            if (entry != 0) {
                int slot = (int) (entry >>> 32) & mask;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = entry;
            }
        }
    }
}
