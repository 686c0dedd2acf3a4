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
    private final Known known;

    /** What was found out of complete relations: the rows that are looked at, and what they tell of the columns asked for. */
    private record Known(Map<String, int[]> places, Map<Column, Double> shares) {
        Known() {
            this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }
    }

    private record Column(String relation, int number) {}

    /**
     * @param growing the relations that are being computed
     * @param known kept for the strata after this one
     */
    private Statistics(Memory memory, Set<String> growing, Known known) {
        this.memory = memory;
        this.growing = growing;
        this.known = known;
    }

    /** Knows nothing yet. */
    static Statistics of(Memory memory) {
        return new Statistics(memory, Set.of(), new Known());
    }

    /** The same, while these relations are being computed. */
    Statistics computing(Set<String> relations) {
        return new Statistics(memory, relations, known);
    }

    long size(String relation) {
        return growing.contains(relation) ? UNKNOWN_SIZE : memory.relation(relation).count(Rows.KNOWN);
    }

    /** How many rows are expected to have given values in some of the columns: an index knows, else a sample tells. */
    double matches(String relation, int... columns) {
        long size = size(relation);
        Store store = memory.relation(relation);
        if (columns.length == store.arity()) {
            return Math.min(size, 0.5);
        }
        if (growing.contains(relation)) {
            return Math.pow(size, 1 - (double) columns.length / store.arity());
        }
        OptionalDouble counted = store.rowsPerKey(columns);
        if (counted.isPresent()) {
            return counted.getAsDouble();
        }
        double matches = size;
        for (int column : columns) {
            matches *= known.shares().computeIfAbsent(new Column(relation, column), this::share);
        }
        return columns.length == 0 ? size : Math.min(size, Math.max(0.5, matches));
    }

    /** How likely two rows agree in the column: what a frequent value has counts as often as it is asked for. */
    private double share(Column column) {
        TupleStore store = memory.tuples(column.relation());
        int[] places = known.places().computeIfAbsent(column.relation(), relation -> places(store.size()));
        int[] values = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            values[i] = store.cells()[places[i] * store.arity() + column.number()];
        }
        Arrays.sort(values);
        long pairs = 0;
        for (int i = 0, begin = 0; i < values.length; i++) {
            begin = values[i] == values[begin] ? begin : i;
            pairs += i - begin;
        }
        // Each row agrees with itself, and a sample without a pair proves only that pairs are rare.
        double agree = (pairs + 0.25) * 2 / Math.max(1.0, (double) values.length * (values.length - 1));
        return Math.min(1, agree + 1.0 / Math.max(1, store.size()));
    }

    /** At even distances, rows that came together with the same value would never meet. */
    private static int[] places(int size) {
        return size <= SAMPLE
                ? IntStream.range(0, size).toArray()
                : new SplittableRandom(SEED).ints(0, size).distinct().limit(SAMPLE).toArray();
    }

    /**
     * By which of these columns to look for rows: fewer, if that finds hardly more, since an index for them may be there
     * already, and one of a single column is made in no time.
     */
    List<Integer> keyColumns(String relation, List<Integer> columns) {
        if (growing.contains(relation) || columns.size() < 2 || isIndexed(relation, columns.stream().mapToInt(Integer::intValue).toArray())) {
            return columns;
        }
        List<Integer> best = columns;
        double fewest = FEW_MORE;
        for (List<Integer> indexed : memory.relation(relation).indexed()) {
            double found = columns.containsAll(indexed) ? matches(relation, indexed.stream().mapToInt(Integer::intValue).toArray()) : Double.MAX_VALUE;
            if (found <= fewest) {
                best = indexed;
                fewest = found;
            }
        }
        for (int column : columns) {
            double found = matches(relation, column);
            if (best == columns && found <= fewest) {
                best = List.of(column);
                fewest = found;
            }
        }
        return best;
    }

    /** Whether rows can be found by these columns without building anything first. */
    boolean isIndexed(String relation, int... columns) {
        return memory.relation(relation).isIndexed(columns);
    }
}
