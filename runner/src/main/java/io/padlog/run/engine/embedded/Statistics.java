package io.padlog.run.engine.embedded;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** What is known of relations while a stratum is planned. */
final class Statistics {
    /** How many rows a relation is expected to get that is being computed. */
    private static final long UNKNOWN_SIZE = 1_000_000;
    /** With so many rows for a key, to compare the rest of them is no more than to look for them by more columns. */
    private static final double FEW_MORE = 4;
    /** How many rows of a relation are looked at. */
    private static final int SAMPLE = 1024;
    private static final long SEED = 1;

    private final Memory memory;
    private final Set<String> growing;
    private final Map<String, double[]> shares;

    /**
     * @param growing the relations that are being computed
     * @param shares what was found out of complete relations; kept for the strata after this one
     */
    private Statistics(Memory memory, Set<String> growing, Map<String, double[]> shares) {
        this.memory = memory;
        this.growing = growing;
        this.shares = shares;
    }

    /** Knows nothing yet. */
    static Statistics of(Memory memory) {
        return new Statistics(memory, Set.of(), new ConcurrentHashMap<>());
    }

    /** The same, while these relations are being computed. */
    Statistics computing(Set<String> relations) {
        return new Statistics(memory, relations, shares);
    }

    long size(String relation) {
        return growing.contains(relation) ? UNKNOWN_SIZE : memory.relation(relation).count(Rows.KNOWN);
    }

    /** How many rows are expected to have given values in some of the columns: an index knows, else a sample tells. */
    double matches(String relation, List<Integer> columns) {
        long size = size(relation);
        int arity = memory.relation(relation).arity();
        if (columns.size() == arity) {
            return Math.min(size, 0.5);
        }
        if (growing.contains(relation)) {
            return Math.pow(size, 1 - (double) columns.size() / arity);
        }
        OptionalDouble counted =
                memory.relation(relation).rowsPerKey(columns.stream().mapToInt(Integer::intValue).toArray());
        if (counted.isPresent()) {
            return counted.getAsDouble();
        }
        double[] share = shares.computeIfAbsent(relation, name -> sample(memory.tuples(name)));
        double matches = size;
        for (int column : columns) {
            matches *= share[column];
        }
        return columns.isEmpty() ? size : Math.min(size, Math.max(0.5, matches));
    }

    /** For each column, how likely two rows agree in it: what a frequent value has counts as often as it is asked for. */
    private static double[] sample(TupleStore store) {
        double[] shares = new double[store.arity()];
        int rows = Math.min(SAMPLE, store.size());
        // At even distances, rows that came together with the same value would never meet.
        int[] places = rows == store.size()
                ? IntStream.range(0, rows).toArray()
                : new SplittableRandom(SEED).ints(0, store.size()).distinct().limit(rows).toArray();
        int[] values = new int[rows];
        for (int column = 0; column < shares.length; column++) {
            for (int i = 0; i < rows; i++) {
                values[i] = store.cells()[places[i] * store.arity() + column];
            }
            Arrays.sort(values);
            long pairs = 0;
            for (int i = 0, begin = 0; i < rows; i++) {
                begin = values[i] == values[begin] ? begin : i;
                pairs += i - begin;
            }
            // Each row agrees with itself, and a sample without a pair proves only that pairs are rare.
            double agree = (pairs + 0.25) * 2 / Math.max(1.0, (double) rows * (rows - 1));
            shares[column] = Math.min(1, agree + 1.0 / Math.max(1, store.size()));
        }
        return shares;
    }

    /**
     * By which of these columns to look for rows: fewer, if that finds hardly more, since an index for them may be there
     * already, and one of a single column is made in no time.
     */
    List<Integer> keyColumns(String relation, List<Integer> columns) {
        if (growing.contains(relation) || columns.size() < 2 || memory.relation(relation).isIndexed(columns)) {
            return columns;
        }
        List<Integer> best = columns;
        double fewest = FEW_MORE;
        for (List<Integer> indexed : memory.relation(relation).indexed()) {
            double found = columns.containsAll(indexed) ? matches(relation, indexed) : Double.MAX_VALUE;
            if (found <= fewest) {
                best = indexed;
                fewest = found;
            }
        }
        for (int column : columns) {
            double found = matches(relation, List.of(column));
            if (best == columns && found <= fewest) {
                best = List.of(column);
                fewest = found;
            }
        }
        return best;
    }

    /** Whether rows can be found by these columns without building anything first. */
    boolean isIndexed(String relation, List<Integer> columns) {
        return memory.relation(relation).isIndexed(columns);
    }
}
