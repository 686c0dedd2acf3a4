package io.padlog.run.engine.embedded;

import io.padlog.extract.facts.Table;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The rows of one relation: a growing array of int tuples, each at most once, numbered in the order in which they came.
 * Semi-naive evaluation needs no copies: old, delta and new rows are ranges of row numbers,
 *
 * <pre>0 .. deltaFrom .. deltaTo .. size   (old, delta, new)</pre>
 *
 * Indexes cover the rows below {@code deltaTo}. Several threads may read these rows, and ask for indexes, while one of them,
 * with the store as its lock, adds others: arrays are complete before they can be seen. Nothing else is thread-safe.
 */
final class TupleStore implements Store {
    private static final int FIRST_ROWS = 16;
    private static final int FIRST_SLOTS = 32;
    private static final int MOST_SLOTS = 1 << 30;
    private static final int BATCH = 128;
    private static final int[] NONE = {};

    private final String name;
    private final int arity;
    private final Budget budget;
    /** Replaced when there is one more, so that threads may go through them. */
    private volatile List<RowIndex> indexes = List.of();
    private Optional<Admission> admission = Optional.empty();
    /** Replaced by {@link #makeDistinct}, while other threads may go through the rows. */
    private BitSet removed = new BitSet();
    private int removals;
    private int[] cells;
    private int size;
    private int reserved;
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

    @Override
    public <R> R fold(Cases<R> cases) {
        return cases.onTuples(this);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int arity() {
        return arity;
    }

    /** How many rows there are, with those that were removed. */
    int size() {
        return size;
    }

    @Override
    public long count(Rows rows) {
        return Math.max(0, rows.to(this) - rows.from(this));
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

    @Override
    public long liveRows() {
        return size - removals;
    }

    boolean isRemoved(int row) {
        return removals > 0 && removed.get(row);
    }

    /** Hides a row from scans; the same tuple will not be added again. */
    void remove(int row) {
        removals += removed.get(row) ? 0 : 1;
        removed.set(row);
    }

    /**
     * Takes rows in bulk, unchecked for duplicates until {@link #find}, {@link #add} or {@link #makeDistinct} needs it. The
     * table's cells are shared, not copied, as long as no rows come.
     */
    @Override
    public void load(Table table) {
        int rows = table.rows();
        if (admission.isPresent()) {
            loadEach(table);
            return;
        }
        if (size == 0 && rows > 0) {
            budget.reserveRows(name, rows - FIRST_ROWS);
            cells = table.cells();
            reserved = rows;
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

    @Override
    public boolean add(int[] row) {
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
        // Kept, or the loop would be optimised away.
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

    /** The number of the row of one column that has this value, or -1; of a distinct store. */
    int find(int value) {
        int hash = Hash.of(value);
        int mask = slots.length - 1;
        int slot = hash & mask;
        for (int entry = slots[slot]; entry != 0; entry = slots[slot]) {
            if (((entry ^ hash) & ~mask) == 0 && cells[(entry & mask) - 1] == value) {
                return (entry & mask) - 1;
            }
            slot = (slot + 1) & mask;
        }
        return -1;
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

    /** Removes loaded duplicates; the first of equal rows stays. Rows keep their numbers, since others may be at them. */
    @Override
    public synchronized void makeDistinct() {
        if (distinct) {
            return;
        }
        BitSet doubles = (BitSet) removed.clone();
        int[] made = new int[slotsFor(size)];
        int[] hashes = new int[BATCH];
        for (int from = 0; from < size; from += BATCH) {
            int rows = hashBatch(from, hashes);
            touch(made, hashes, rows);
            for (int i = 0; i < rows; i++) {
                if (!enter(made, hashes[i], from + i)) {
                    doubles.set(from + i);
                }
            }
        }
        VarHandle.releaseFence();
        removed = doubles;
        removals = doubles.cardinality();
        slots = made;
        VarHandle.releaseFence();
        distinct = true;
    }

    private int hashBatch(int from, int[] hashes) {
        int rows = Math.min(BATCH, size - from);
        for (int i = 0; i < rows; i++) {
            hashes[i] = Hash.of(cells, (from + i) * arity, arity);
        }
        return rows;
    }

    /** @return false if these slots have an equal row already */
    private boolean enter(int[] table, int hash, int row) {
        int mask = table.length - 1;
        int slot = hash & mask;
        for (int entry = table[slot]; entry != 0; entry = table[slot]) {
            if (((entry ^ hash) & ~mask) == 0 && isRow(cells, ((entry & mask) - 1) * arity, cells, row * arity)) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        table[slot] = hash & -table.length | row + 1;
        return true;
    }

    /** An index for these columns; equal requests share one. */
    synchronized RowIndex index(int[] columns) {
        for (RowIndex index : indexes) {
            if (index.isFor(columns)) {
                return index;
            }
        }
        RowIndex index = new RowIndex(this, columns);
        index.extend(deltaTo);
        indexes = Stream.concat(indexes.stream(), Stream.of(index)).toList();
        return index;
    }

    @Override
    public boolean isIndexed(int[] columns) {
        return columns.length == arity && distinct || indexes.stream().anyMatch(index -> index.isFor(columns));
    }

    @Override
    public List<List<Integer>> indexed() {
        return indexes.stream().map(RowIndex::columns).toList();
    }

    /** Only an index knows. */
    @Override
    public OptionalDouble rowsPerKey(int[] columns) {
        return indexes.stream()
                .filter(index -> index.isFor(columns) && index.keys() > 0)
                .mapToDouble(index -> (double) index.covered() / index.keys())
                .findFirst();
    }

    @Override
    public boolean advance() {
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

    @Override
    public void release() {
        budget.reserveRows(name, -(reserved - FIRST_ROWS));
        indexes = List.of();
        cells = new int[arity * FIRST_ROWS];
        reserved = FIRST_ROWS;
        slots = new int[FIRST_SLOTS];
        size = 0;
        deltaFrom = 0;
        deltaTo = 0;
        distinct = true;
        removed = new BitSet();
        removals = 0;
    }

    @Override
    public int[] liveCells() {
        if (removals == 0) {
            return Arrays.copyOf(cells, size * arity);
        }
        int[] live = new int[(size - removals) * arity];
        int to = 0;
        for (int row = 0; row < size; row++) {
            if (!removed.get(row)) {
                System.arraycopy(cells, row * arity, live, to, arity);
                to += arity;
            }
        }
        return live;
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
            int rows = hashBatch(from, hashes);
            touch(made, hashes, rows);
            for (int i = 0; i < rows; i++) {
                if (!isRemoved(from + i)) {
                    made[freeSlot(made, hashes[i])] = hashes[i] & -count | from + i + 1;
                } else {
                    // It is found, so that it is not added again; but not in place of an equal row that stayed.
                    enter(made, hashes[i], from + i);
                }
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
