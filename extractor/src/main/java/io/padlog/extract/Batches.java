package io.padlog.extract;

import io.padlog.extract.facts.UnitRows;
import io.padlog.extract.source.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Puts units together to batches. Of units that are gone it keeps only what is counted over all. */
final class Batches {
    private final long rows;
    private final Consumer<Extraction> consumer;
    private final List<UnitReading> all = new ArrayList<>();
    private final List<UnitReading> batch = new ArrayList<>();
    private long batchRows;

    /** @param rows a batch ends with the unit with which it has so many */
    Batches(long rows, Consumer<Extraction> consumer) {
        this.rows = rows;
        this.consumer = consumer;
    }

    /** Adds the readings of one unit. */
    void add(List<UnitReading> readings) {
        for (UnitReading reading : readings) {
            batch.add(reading);
            all.add(reading.withoutRows());
            batchRows += reading.rows().size();
        }
        if (batchRows >= rows) {
            end();
        }
    }

    /** Ends the batch that is under way. */
    void end() {
        if (!batch.isEmpty()) {
            Extraction extraction = extraction(batch, List.of());
            batch.clear();
            batchRows = 0;
            consumer.accept(extraction);
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
