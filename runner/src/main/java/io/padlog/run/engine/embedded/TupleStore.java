package io.padlog.run.engine.embedded;

import io.padlog.extract.facts.Table;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The rows of one relation: a growing array of int tuples, each at most once, numbered in the order in which they came.
 * Semi-naive evaluation needs no copies: old, delta and new rows are ranges of row numbers,
 *
 * <pre>0 .. deltaFrom .. deltaTo .. size   (old, delta, new)</pre>
 *
 * Indexes cover the rows below {@code deltaTo}. Several threads may read these rows while one of them, with the store as
 * its lock, adds others: arrays are complete before they can be seen. Nothing else is thread-safe.
 */
final class TupleStore {
    private static final int FIRST_ROWS = 16;
    private static final int FIRST_SLOTS = 32;
    private static final int MOST_SLOTS = 1 << 30;
    private static final int BATCH = 128;
    private static final int[] NONE = {};

    private final String name;
    private final int arity;
    private final Budget budget;
    private final List<RowIndex> indexes = new ArrayList<>();
    private Optional<Admission> admission = Optional.empty();
    private final BitSet removed = new BitSet();
    private int removals;
    private int[] cells;
    private int size;
    private int reserved;
    /** Whether {@link #cells} belong to a table, which must stay as it is. */
    private boolean borrowed;
    private int deltaFrom;
    private int deltaTo;
    /**
     * Open addressing: 0 for empty, else a row's number plus 1, and in the bits above the index of the last slot, which it
     * never needs, those of the row's hash.
     */
    private int[] slots = new int[FIRST_SLOTS];
    private boolean distinct = true;
    private int touched;
    private boolean shared;

    /** Decides over a row that is not yet there: {@link #insert}s it, or others too, or none. */
    interface Admission {
        /** @return whether the row itself was inserted */
        boolean admit(int[] row);
    }

    TupleStore(String name, int arity, Budget budget) {
        this.name = name;
        this.arity = arity;
        this.budget = budget;
        this.cells = new int[arity * FIRST_ROWS];
        this.reserved = FIRST_ROWS;
    }

    String name() {
        return name;
    }

    int arity() {
        return arity;
    }

    int size() {
        return size;
    }

    int deltaFrom() {
        return deltaFrom;
    }

    int deltaTo() {
        return deltaTo;
    }

    /** The rows, one after another; the array changes when rows are added. */
    int[] cells() {
        return cells;
    }

    /** To be called before the first row comes. */
    void admitBy(Admission decides) {
        admission = Optional.of(decides);
    }

    /** How many rows there are that were not removed. */
    int liveRows() {
        return size - removals;
    }

    /** Whether any row was ever removed. */
    boolean hasRemoved() {
        return removals > 0;
    }

    boolean isRemoved(int row) {
        return removals > 0 && removed.get(row);
    }

    /** Hides a row from scans; the same tuple will not be added again. */
    void remove(int row) {
        if (!removed.get(row)) {
            removed.set(row);
            removals++;
        }
    }

    /**
     * Takes rows in bulk, unchecked for duplicates until {@link #find}, {@link #add} or {@link #makeDistinct} needs it. The
     * table's cells are shared, not copied, as long as no rows come or go.
     */
    void load(Table table) {
        int rows = table.rows();
        if (admission.isPresent()) {
            loadEach(table);
            return;
        }
        if (size == 0 && rows > 0) {
            budget.reserveRows(name, rows - FIRST_ROWS);
            cells = table.cells();
            reserved = rows;
            borrowed = true;
        } else {
            ensureRoom(size + rows);
            System.arraycopy(table.cells(), 0, cells, size * arity, rows * arity);
        }
        size += rows;
        distinct = size <= 1 && arity > 0;
        if (distinct && size == 1) {
            rebuildSlots(FIRST_SLOTS);
        }
    }

    private void loadEach(Table table) {
        int[] row = new int[arity];
        for (int number = 0; number < table.rows(); number++) {
            for (int column = 0; column < arity; column++) {
                row[column] = table.get(number, column);
            }
            add(row);
        }
    }

    /** Adds a row if it is not there.
     *  @param row {@link #arity} ints, copied
     *  @return whether it was added */
    boolean add(int[] row) {
        if (!distinct) {
            makeDistinct();
        }
        return add(row, Hash.of(row, arity));
    }

    private boolean add(int[] row, int hash) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        for (int entry = slots[slot]; entry != 0; entry = slots[slot]) {
            if (((entry ^ hash) & ~mask) == 0 && isRow(cells, ((entry & mask) - 1) * arity, row, 0)) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        return admission.isPresent() ? admission.get().admit(row) : append(row, 0, hash, slot);
    }

    /** Whether other threads may read while rows are added. */
    void share(boolean isShared) {
        shared = isShared;
    }

    /** Whether {@link #addBatch} is as good as {@link #add} for each. */
    boolean takesBatches() {
        return distinct && admission.isEmpty();
    }

    /** Adds the first {@code count} of these rows, of whose relation {@link #takesBatches} holds. */
    void addBatch(int[] rows, int[] hashes, int count) {
        for (int i = 0; i < count; i++) {
            int hash = hashes[i];
            int[] table = slots;
            int mask = table.length - 1;
            int slot = hash & mask;
            int entry = table[slot];
            while (entry != 0
                    && (((entry ^ hash) & ~mask) != 0 || !isRow(cells, ((entry & mask) - 1) * arity, rows, i * arity))) {
                slot = (slot + 1) & mask;
                entry = table[slot];
            }
            if (entry == 0) {
                append(rows, i * arity, hash, slot);
            }
        }
    }

    /** Brings the slots of these hashes into the cache. */
    void touch(int[] hashes, int count) {
        touch(slots, hashes, count);
    }

    private void touch(int[] table, int[] hashes, int count) {
        int mask = table.length - 1;
        int seen = 0;
        for (int i = 0; i < count; i++) {
            seen ^= table[hashes[i] & mask];
        }
        // Kept, or the loop that brings the slots into the cache would be optimised away.
        touched = seen;
    }

    /** Adds a row without asking the admission.
     *  @return whether it was not there */
    boolean insert(int[] row) {
        if (find(row) >= 0) {
            return false;
        }
        int hash = Hash.of(row, arity);
        return append(row, 0, hash, freeSlot(slots, hash));
    }

    private boolean append(int[] row, int from, int hash, int slot) {
        if (size == reserved) {
            ensureRoom(size + 1);
        }
        int at = size * arity;
        for (int i = 0; i < arity; i++) {
            cells[at + i] = row[from + i];
        }
        size++;
        VarHandle.releaseFence();
        slots[slot] = hash & -slots.length | size;
        if (size > fill(slots.length)) {
            rebuildSlots(slots.length << 1);
        }
        return true;
    }

    /** The number of this row, or -1. */
    int find(int[] row) {
        if (!distinct) {
            makeDistinct();
        }
        return find(row, 0, Hash.of(row, arity));
    }

    /**
     * The number of the row that begins at {@code from}, or -1. While another thread adds rows, one that is new since then
     * may not be seen.
     */
    int find(int[] rows, int from, int hash) {
        int[] table = slots;
        int mask = table.length - 1;
        int slot = hash & mask;
        for (int entry = table[slot]; entry != 0; entry = table[slot]) {
            if (((entry ^ hash) & ~mask) == 0) {
                // A row is written before its slot is, see append.
                VarHandle.acquireFence();
                int[] seen = cells;
                int at = ((entry & mask) - 1) * arity;
                if (at + arity <= seen.length && isRow(seen, at, rows, from)) {
                    return (entry & mask) - 1;
                }
            }
            slot = (slot + 1) & mask;
        }
        return -1;
    }

    private boolean isRow(int[] all, int at, int[] rows, int from) {
        for (int i = 0; i < arity; i++) {
            if (all[at + i] != rows[from + i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether there are no duplicates, and rows can be found. */
    boolean isDistinct() {
        return distinct;
    }

    /** Drops loaded duplicates; the first of equal rows stays. */
    void makeDistinct() {
        if (distinct) {
            return;
        }
        distinct = true;
        own();
        int loaded = size;
        int[] row = new int[arity];
        size = 0;
        deltaFrom = 0;
        slots = new int[slotsFor(loaded)];
        for (int number = 0; number < loaded; number++) {
            System.arraycopy(cells, number * arity, row, 0, arity);
            // Rows only move towards the front, so the ones still to be read are intact.
            add(row);
        }
        deltaTo = Math.min(deltaTo, size);
        if (size != loaded) {
            indexes.forEach(RowIndex::rebuild);
        }
    }

    /** An index for these columns; equal requests share one. */
    RowIndex index(int[] columns) {
        for (RowIndex index : indexes) {
            if (index.isFor(columns)) {
                return index;
            }
        }
        RowIndex index = new RowIndex(this, columns);
        index.extend(deltaTo);
        indexes.add(index);
        return index;
    }

    boolean hasIndex(int[] columns) {
        return indexes.stream().anyMatch(index -> index.isFor(columns));
    }

    /** How many rows a key of these columns has on average; empty without an index or rows. */
    OptionalDouble rowsPerKey(int[] columns) {
        return indexes.stream()
                .filter(index -> index.isFor(columns) && index.keys() > 0)
                .mapToDouble(index -> (double) index.covered() / index.keys())
                .findFirst();
    }

    /** New rows become the delta, the delta becomes old.
     *  @return whether the delta has rows */
    boolean advance() {
        deltaFrom = deltaTo;
        deltaTo = size;
        for (RowIndex index : indexes) {
            index.extend(deltaTo);
        }
        return deltaTo > deltaFrom;
    }

    /** Forgets all rows, of a store that has no indexes. */
    void clear() {
        if (slots.length > FIRST_SLOTS && size < slots.length >> 3) {
            slots = new int[FIRST_SLOTS];
        } else if (size > 0) {
            Arrays.fill(slots, 0);
        }
        size = 0;
    }

    /** Gives up all rows and indexes, for good. */
    void release() {
        budget.reserveRows(name, -(reserved - FIRST_ROWS));
        indexes.clear();
        cells = new int[arity * FIRST_ROWS];
        reserved = FIRST_ROWS;
        borrowed = false;
        slots = new int[FIRST_SLOTS];
        size = 0;
        deltaFrom = 0;
        deltaTo = 0;
        distinct = true;
        removed.clear();
        removals = 0;
    }

    private void own() {
        if (borrowed) {
            cells = Arrays.copyOf(cells, reserved * arity);
            borrowed = false;
        }
    }

    private void ensureRoom(int rows) {
        if (rows <= reserved) {
            return;
        }
        long wanted = Math.max(rows, reserved + (long) (reserved >> 1));
        long most = arity == 0 ? Integer.MAX_VALUE : (Integer.MAX_VALUE - 16) / arity;
        if (rows > most) {
            throw new OutOfMemoryError("relation '" + name + "'");
        }
        int room = (int) Math.min(wanted, most);
        budget.reserveRows(name, room - reserved);
        int[] larger = Arrays.copyOf(cells, room * arity);
        VarHandle.releaseFence();
        cells = larger;
        borrowed = false;
        reserved = room;
    }

    /** How many rows this many slots have room for. */
    private static int fill(int slots) {
        return slots - (slots >> 2);
    }

    private static int slotsFor(int rows) {
        int count = FIRST_SLOTS;
        while (rows > fill(count) && count < MOST_SLOTS) {
            count <<= 1;
        }
        return count;
    }

    private void rebuildSlots(int count) {
        if (count > MOST_SLOTS || count < 0) {
            throw new OutOfMemoryError("relation '" + name + "'");
        }
        if (!shared) {
            // Not held while the new ones are made: the rows tell all that the slots do.
            slots = NONE;
        }
        int[] made = new int[count];
        int[] hashes = new int[BATCH];
        for (int from = 0; from < size; from += BATCH) {
            int rows = Math.min(BATCH, size - from);
            for (int i = 0; i < rows; i++) {
                hashes[i] = Hash.of(cells, (from + i) * arity, arity);
            }
            touch(made, hashes, rows);
            for (int i = 0; i < rows; i++) {
                made[freeSlot(made, hashes[i])] = hashes[i] & -count | from + i + 1;
            }
        }
        VarHandle.releaseFence();
        slots = made;
    }

    private static int freeSlot(int[] table, int hash) {
        int mask = table.length - 1;
        int slot = hash & mask;
        while (table[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
