package io.padlog.run.engine.embedded;

import io.padlog.extract.facts.Table;
import java.util.List;
import java.util.OptionalDouble;

/** The rows of one relation, however they are kept. What each way of keeping can do best, steps ask of it by {@link #fold}. */
sealed interface Store permits TupleStore, EquivalenceStore {
    <R> R fold(Cases<R> cases);

    interface Cases<R> {
        R onTuples(TupleStore store);
        R onEquivalence(EquivalenceStore store);
    }

    String name();

    int arity();

    /** How many rows of a range there are; removed ones may count. */
    long count(Rows rows);

    /** How many rows there are that were not removed. */
    long liveRows();

    /** Takes rows in bulk; the table stays as it is. */
    void load(Table table);

    /** Adds a row if it is not there.
     *  @param row {@link #arity} ints, copied
     *  @return whether something was added */
    boolean add(int[] row);

    /** Makes sure that no row is seen twice. */
    void makeDistinct();

    /** New rows become the delta, the delta becomes old.
     *  @return whether the delta has rows */
    boolean advance();

    /** Gives up all rows, for good. */
    void release();

    /** How many rows a key of these columns has on average; empty if that is not known. */
    OptionalDouble rowsPerKey(int[] columns);

    /** Whether rows can be found by these columns without building anything first. */
    boolean isIndexed(int[] columns);

    /** The sets of columns for which there is an index, in the order in which they were made. */
    List<List<Integer>> indexed();

    /** All rows, one after another.
     *  @throws io.padlog.run.PadlogException INCOMPLETE if an array has no room for them */
    int[] liveCells();
}
