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

/** Puts units together to batches and has them worked on. Of units that are gone it keeps only what is counted over all. */
final class Batches<T extends Record> {
    private final Batching<T> batching;
    private final ExtractOptions options;
    private final Executor threads;
    private final List<UnitReading> all = new ArrayList<>();
    private List<UnitReading> batch = new ArrayList<>();
    private long batchRows;
    private final Queue<CompletableFuture<T>> underWay = new ArrayDeque<>();

    Batches(Batching<T> batching, ExtractOptions options, Executor threads) {
        this.batching = batching;
        this.options = options;
        this.threads = threads;
    }

    void add(ReadUnit<T> unit) {
        unit.readings().forEach(reading -> all.add(reading.withoutRows()));
        if (unit.known().isPresent()) {
            begin(CompletableFuture.completedFuture(unit.known().get()));
        } else if (batching.cache().isPresent()) {
            UnitCache<T> cache = batching.cache().get();
            begin(CompletableFuture.supplyAsync(() -> {
                T result = batching.work().apply(extraction(unit.readings(), List.of()));
                cache.keep(unit, result);
                return result;
            }, threads));
        } else {
            for (UnitReading reading : unit.readings()) {
                batch.add(reading);
                batchRows += reading.rows().size();
                if (batchRows >= batching.rows()) {
                    endBatch();
                }
            }
        }
    }

    /** Waits until all is done. */
    void end() {
        if (!batch.isEmpty()) {
            endBatch();
        }
        while (!underWay.isEmpty()) {
            batching.results().accept(underWay.remove().join());
        }
    }

    private void endBatch() {
        List<UnitReading> whole = batch;
        batch = new ArrayList<>();
        batchRows = 0;
        begin(CompletableFuture.supplyAsync(() -> batching.work().apply(extraction(whole, List.of())), threads));
    }

    /** Work waits for its turn rather than let its facts fill the memory. */
    private void begin(CompletableFuture<T> work) {
        underWay.add(work);
        if (underWay.size() > options.threads()) {
            batching.results().accept(underWay.remove().join());
        }
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
