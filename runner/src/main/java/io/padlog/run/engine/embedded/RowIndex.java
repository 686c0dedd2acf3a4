package io.padlog.run.engine.embedded;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the rows of a relation that have given values in some columns: for each key a chain of row numbers, newest first,
 * so that a range of row numbers is a stretch of the chain. Covers the rows below {@link #covered}.
 */
final class RowIndex {
    private static final int FIRST_SLOTS = 32;
    /** A value range this many times wider than there are rows still gets an array; a slot of the hash costs as much. */
    private static final int SPREAD = 4;
    private static final int MARKS_PER_SLOT = 4;
    private static final int FIRST_MARK_SHIFT = Integer.numberOfLeadingZeros(FIRST_SLOTS * MARKS_PER_SLOT) + 1;
    private static final int BATCH = 64;
    private static final int MOST_DENSE = 1 << 28;

    private final TupleStore store;
    private final int[] columns;
    private final int arity;
    private final int[] key;
    /**
     * Open addressing: 0 for empty, else the number of a key's newest row plus 1. What the key is the row tells, which is
     * looked at anyway when it is found.
     */
    private int[] slots = new int[FIRST_SLOTS];
    /**
     * A bit for each key, found by the upper bits of its hash: most look-ups find nothing, and this is small enough to stay
     * in the cache where the slots are not.
     */
    private long[] marks = new long[FIRST_SLOTS * MARKS_PER_SLOT / Long.SIZE];
    private int markShift = FIRST_MARK_SHIFT;
    private int keys;
    private int[] next = new int[16];
    private int covered;
    /** For one column of values that lie close together: newest row plus 1 of the value {@code least + i}; else empty. */
    private int[] heads = new int[0];
    private int least;
    /** How many rows there were when their values were last found to lie too far apart, or outside. */
    private int looked;
    private int touched;

    RowIndex(TupleStore store, int[] columns) {
        this.store = store;
        this.columns = columns.clone();
        this.arity = store.arity();
        this.key = new int[columns.length];
    }

    boolean isFor(int[] others) {
        return Arrays.equals(columns, others);
    }

    List<Integer> columns() {
        return Arrays.stream(columns).boxed().toList();
    }

    /** How many different keys there are. */
    int keys() {
        return keys;
    }

    int covered() {
        return covered;
    }

    /** The next older row with the same key, or -1. */
    int next(int row) {
        return next[row];
    }

    /** The newest row with this key, or -1. */
    int first(int value) {
        if (heads.length > 0) {
            int place = value - least;
            return place >= 0 && place < heads.length ? heads[place] - 1 : -1;
        }
        int hash = Hash.of(value);
        if (!isMarked(hash)) {
            return -1;
        }
        int[] cells = store.cells();
        int column = columns[0];
        int mask = slots.length - 1;
        int slot = hash & mask;
        for (int entry = slots[slot]; entry != 0; entry = slots[slot]) {
            if (cells[(entry - 1) * arity + column] == value) {
                return entry - 1;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    /** The newest row with this key, or -1. */
    int first(int one, int two) {
        int hash = Hash.of(one, two);
        if (!isMarked(hash)) {
            return -1;
        }
        int mask = slots.length - 1;
        int slot = hash & mask;
        int[] cells = store.cells();
        for (int entry = slots[slot]; entry != 0; entry = slots[slot]) {
            int at = (entry - 1) * arity;
            if (cells[at + columns[0]] == one && cells[at + columns[1]] == two) {
                return entry - 1;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    /** The newest row with this key, or -1.
     *  @param values one for each of the index's columns, in their order */
    int first(int[] values) {
        if (values.length == 1) {
            return first(values[0]);
        }
        int hash = Hash.of(values, columns.length);
        return isMarked(hash) ? slots[slotOf(values, hash)] - 1 : -1;
    }

    private boolean isMarked(int hash) {
        int mark = hash >>> markShift;
        return (marks[mark >>> 6] >>> mark & 1) != 0;
    }

    private void mark(int hash) {
        int mark = hash >>> markShift;
        marks[mark >>> 6] |= 1L << mark;
    }

    /** Takes in the rows below {@code limit}. */
    void extend(int limit) {
        if (limit > next.length) {
            int larger = Math.min(next.length + (next.length >> 1), store.cells().length / arity);
            next = Arrays.copyOf(next, Math.max(limit, larger));
        }
        if (columns.length == 1 && heads.length == 0 && hasGrown(limit)) {
            makeDense(limit);
        }
        if (heads.length > 0 && !extendDense(limit)) {
            heads = new int[0];
            keys = 0;
            covered = 0;
            if (hasGrown(limit)) {
                makeDense(limit);
            }
            looked = limit;
            if (heads.length > 0) {
                extendDense(limit);
            }
        }
        if (heads.length == 0) {
            extendHashed(limit);
        }
        covered = Math.max(covered, limit);
    }

    /** By half, since values were last looked at: often enough, and all looks together cost no more than three of the last. */
    private boolean hasGrown(int limit) {
        return limit > 0 && limit - looked >= looked >> 1;
    }

    /**
     * Node numbers and the like need no hashing, and neighbours stay together in memory. Looked at again when there are more
     * rows: what a recursion finds may fill a range that its first rows did not, or go a little beyond theirs.
     */
    private void makeDense(int limit) {
        int[] cells = store.cells();
        int most = cells[columns[0]];
        least = most;
        for (int row = 1; row < limit; row++) {
            int value = cells[row * arity + columns[0]];
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        long span = (long) most - least + 1;
        looked = limit;
        if (span <= MOST_DENSE && span <= (long) SPREAD * limit) {
            slots = new int[FIRST_SLOTS];
            marks = new long[FIRST_SLOTS * MARKS_PER_SLOT / Long.SIZE];
            markShift = FIRST_MARK_SHIFT;
            keys = 0;
            covered = 0;
            heads = new int[(int) span];
        }
    }

    /** @return false if a value lies outside */
    private boolean extendDense(int limit) {
        int[] cells = store.cells();
        for (int row = covered; row < limit; row++) {
            int place = cells[row * arity + columns[0]] - least;
            if (place < 0 || place >= heads.length) {
                return false;
            }
            next[row] = heads[place] - 1;
            if (heads[place] == 0) {
                keys++;
            }
            heads[place] = row + 1;
        }
        return true;
    }

    private void extendHashed(int limit) {
        int[] cells = store.cells();
        int[] hashes = new int[BATCH];
        for (int from = covered; from < limit; from += BATCH) {
            int rows = Math.min(BATCH, limit - from);
            for (int i = 0; i < rows; i++) {
                load(cells, from + i);
                hashes[i] = Hash.of(key, key.length);
            }
            touch(cells, hashes, rows);
            for (int i = 0; i < rows; i++) {
                insert(cells, from + i, hashes[i]);
            }
        }
    }

    /** Brings what a batch will look at into the cache: in a large index each look waits for memory, so the waits overlap. */
    private void touch(int[] cells, int[] hashes, int count) {
        int mask = slots.length - 1;
        int seen = 0;
        for (int i = 0; i < count; i++) {
            seen ^= slots[hashes[i] & mask];
        }
        for (int i = 0; i < count; i++) {
            int entry = slots[hashes[i] & mask];
            seen ^= entry == 0 ? 0 : cells[(entry - 1) * arity + columns[0]];
        }
        // Kept, or the loops would be optimised away.
        touched = seen;
    }

    private void insert(int[] cells, int row, int hash) {
        load(cells, row);
        int slot = slotOf(key, hash);
        next[row] = slots[slot] - 1;
        if (slots[slot] == 0) {
            keys++;
            mark(hash);
        }
        slots[slot] = row + 1;
        if (keys > slots.length >> 1) {
            grow();
        }
    }

    /** The slot that has this key, or the empty one where it belongs. */
    private int slotOf(int[] values, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        for (int entry = slots[slot]; entry != 0; entry = slots[slot]) {
            if (hasKey(entry - 1, values)) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean hasKey(int row, int[] values) {
        int[] cells = store.cells();
        int at = row * arity;
        for (int i = 0; i < columns.length; i++) {
            if (cells[at + columns[i]] != values[i]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        if (slots.length >= 1 << 30) {
            throw new OutOfMemoryError("index of '" + store.name() + "'");
        }
        int[] old = slots;
        slots = new int[old.length << 1];
        marks = new long[marks.length << 1];
        markShift--;
        int mask = slots.length - 1;
        int[] cells = store.cells();
        for (int entry : old) {
            if (entry != 0) {
                load(cells, entry - 1);
                int hash = Hash.of(key, key.length);
                int slot = hash & mask;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = entry;
                mark(hash);
            }
        }
    }

    private void load(int[] cells, int row) {
        int at = row * arity;
        for (int i = 0; i < key.length; i++) {
            key[i] = cells[at + columns[i]];
        }
    }
}
