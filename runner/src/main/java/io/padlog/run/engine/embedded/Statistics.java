package io.padlog.run.engine.embedded;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** What is known of relations while a stratum is planned. */
final class Statistics {
    /** How many rows a relation is expected to get that is being computed. */
    private static final long UNKNOWN_SIZE = 1_000_000;

    private final Memory memory;
    private final Set<String> growing;

    /** @param growing the relations that are being computed */
    Statistics(Memory memory, Set<String> growing) {
        this.memory = memory;
        this.growing = growing;
    }

    long size(String relation) {
        return growing.contains(relation) ? UNKNOWN_SIZE : memory.relation(relation).size();
    }

    /** Whether rows can be found by these columns without building anything first. */
    boolean isIndexed(String relation, List<Integer> columns) {
        TupleStore store = memory.relation(relation);
        return columns.size() == store.arity() && store.isDistinct()
                || store.hasIndex(columns.stream().mapToInt(Integer::intValue).toArray());
    }

    /** How many rows have the same values in these columns, on average; empty where no index knows. */
    OptionalDouble rowsPerKey(String relation, List<Integer> columns) {
        return growing.contains(relation)
                ? OptionalDouble.empty()
                : memory.relation(relation).rowsPerKey(columns.stream().mapToInt(Integer::intValue).toArray());
    }
}
