package io.padlog.extract;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How units are worked on, some at a time, so that the facts of all need not be in memory at once.
 *
 * @param rows a batch ends with the unit with which it has so many
 * @param work is done on each batch, by several threads at a time; what units and functions are numbered is different in
 *     each
 * @param results gets what is made of each batch, in order
 * @param cache if there is one, each unit is a batch of its own, and those that it has are not read
 */
public record Batching<T extends Record>(
        long rows, Function<Extraction, T> work, Consumer<T> results, Optional<UnitCache<T>> cache) {
    public Batching {
        Objects.requireNonNull(work);
        Objects.requireNonNull(results);
        Objects.requireNonNull(cache);
    }

    /** All in one batch. */
    static <T extends Record> Batching<T> one(Function<Extraction, T> work, Consumer<T> results) {
        return new Batching<>(Long.MAX_VALUE, work, results, Optional.empty());
    }
}
