package io.padlog.run.engine.embedded;

import java.util.Arrays;

/**
 * Rows on their way into a relation. In a large one nearly each look at a slot waits for memory; in batches the waits
 * overlap. For one thread; several may have offers for the same relation, if they share it.
 */
final class Offers {
    private static final int BATCH = 128;

    private final TupleStore store;
    private final int arity;
    private final boolean shared;
    private final int[] rows;
    private final int[] hashes = new int[BATCH];
    private int count;
    private boolean batches;

    /** @param shared whether other threads offer rows at the same time */
    Offers(TupleStore store, boolean shared) {
        this.store = store;
        this.arity = store.arity();
        this.shared = shared;
        this.rows = new int[arity * BATCH];
    }

    /** Adds a row soon: at the latest with {@link #flush}. */
    void offer(int[] row) {
        if (!store.takesBatches()) {
            store.add(row);
            return;
        }
        int at = count * arity;
        for (int i = 0; i < arity; i++) {
            rows[at + i] = row[i];
        }
        hashes[count++] = Hash.of(row, arity);
        if (count == BATCH) {
            flush();
        }
    }

    /** The same for the row that these registers make. */
    void offer(int[] registers, int[] parts) {
        int at = count * arity;
        int hash = 0;
        for (int i = 0; i < arity; i++) {
            int value = registers[parts[i]];
            rows[at + i] = value;
            hash = Hash.add(hash, value);
        }
        if (!batches && !store.takesBatches()) {
            store.add(Arrays.copyOfRange(rows, at, at + arity));
            return;
        }
        // Once it takes them it always does.
        batches = true;
        hashes[count++] = Hash.finish(hash);
        if (count == BATCH) {
            flush();
        }
    }

    /** Adds the rows that were offered. */
    void flush() {
        if (shared) {
            dropKnown();
            synchronized (store) {
                store.addBatch(rows, hashes, count);
            }
        } else {
            store.touch(hashes, count);
            store.addBatch(rows, hashes, count);
        }
        count = 0;
    }

    /** Most rows are there already, or their slots are in the cache afterwards: the others wait for less. */
    private void dropKnown() {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (store.find(rows, i * arity, hashes[i]) < 0) {
                System.arraycopy(rows, i * arity, rows, kept * arity, arity);
                hashes[kept++] = hashes[i];
            }
        }
        count = kept;
    }
}
