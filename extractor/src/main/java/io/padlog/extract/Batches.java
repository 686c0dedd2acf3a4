package io.padlog.extract;

import io.padlog.extract.facts.UnitRows;
import io.padlog.extract.source.Diagnostic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/** Puts units together to batches and has them worked on. Of units that are gone it keeps only what is counted over all. */
final class Batches<T> {
    private final long rows;
    private final int atOnce;
    private final Function<Extraction, T> work;
    private final Consumer<T> results;
    private final List<UnitReading> all = new ArrayList<>();
    private List<UnitReading> batch = new ArrayList<>();
    private long batchRows;
    private final Queue<CompletableFuture<T>> underWay = new ArrayDeque<>();

    /**
     * @param rows a batch ends with the unit with which it has so many
     * @param atOnce how many batches may be worked on at a time
     * @param work is done on each batch, on any thread
     * @param results gets what is made of each, in order
     */
    Batches(long rows, int atOnce, Function<Extraction, T> work, Consumer<T> results) {
        this.rows = rows;
        this.atOnce = atOnce;
        this.work = work;
        this.results = results;
    }

    /** Adds the readings of one unit. */
    void add(List<UnitReading> readings, Executor threads) {
        for (UnitReading reading : readings) {
            batch.add(reading);
            all.add(reading.withoutRows());
            batchRows += reading.rows().size();
        }
        if (batchRows >= rows) {
            next(threads);
        }
    }

    /** Waits until all is done. */
    void end(Executor threads) {
        if (!batch.isEmpty()) {
            next(threads);
        }
        while (!underWay.isEmpty()) {
            results.accept(underWay.remove().join());
        }
    }

    private void next(Executor threads) {
        List<UnitReading> whole = batch;
        batch = new ArrayList<>();
        batchRows = 0;
        if (underWay.size() == atOnce) {
            results.accept(underWay.remove().join());
        }
        underWay.add(CompletableFuture.supplyAsync(() -> work.apply(extraction(whole, List.of())), threads));
    }

    /** @param first diagnostics that belong to no unit */
    Extraction all(List<Diagnostic> first) {
        return extraction(all, first);
    }

    private static Extraction extraction(List<UnitReading> readings, List<Diagnostic> first) {
        Set<Diagnostic> diagnostics = new LinkedHashSet<>(first);
        readings.forEach(reading -> diagnostics.addAll(reading.diagnostics()));
        return new Extraction(UnitRows.merge(readings.stream().map(UnitReading::rows).toList()),
                UnitReading.coverage(readings), new ArrayList<>(diagnostics));
    }
}
