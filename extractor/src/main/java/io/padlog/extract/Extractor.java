package io.padlog.extract;

import io.padlog.extract.facts.UnitFacts;
import io.padlog.extract.preprocess.Inputs;
import io.padlog.extract.preprocess.Preprocessor;
import io.padlog.extract.source.Unit;
import io.padlog.extract.unit.Units;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/** Makes facts of C driver sources: joins the extractor's rooms, in parallel, and merges what they give in order. */
public final class Extractor {
    /** Units that may be under way at once for each thread: more would only hold their syntax in memory. */
    private static final int UNITS_AHEAD = 4;

    private final ExtractOptions options;
    private final Preprocessor preprocessor;
    private final UnitFacts.Platform platform;

    private Extractor(List<Path> roots, ExtractOptions options) {
        this.options = options;
        this.preprocessor = new Preprocessor(base(roots), folders(roots), options.defines(), options.undefines(),
                options.platform().resources().keySet());
        this.platform = new UnitFacts.Platform(
                options.platform().resources(), options.platform().common(), options.platform().accessors());
    }

    /**
     * Extracts facts.
     *
     * @param roots files and folders
     * @param options how; the number of threads changes nothing in the result
     * @return facts of all that could be read; what could not is among its diagnostics and counts
     */
    public static Extraction extract(List<Path> roots, ExtractOptions options) {
        List<Extraction> one = new ArrayList<>();
        Extraction all = extract(roots, options, Batching.one(batch -> batch, one::add));
        return one.isEmpty() ? all : new Extraction(one.get(0).facts(), all.coverage(), all.diagnostics());
    }

    /**
     * Extracts facts in batches of whole units. While some are worked on, others are read.
     *
     * @return counts and diagnostics of all, without facts
     */
    public static <T extends Record> Extraction extract(List<Path> roots, ExtractOptions options, Batching<T> batching) {
        Units units = Units.find(roots, options.excludes(), options.threads());
        try (UnitThreads threads = new UnitThreads(options.threads())) {
            options.listener().found(units.units().stream().mapToInt(unit -> unit.sources().size()).sum());
            Batches<T> batches = new Batches<>(batching, options, threads.first());
            new Extractor(roots, options).extract(units.units(), batching.cache(), batches, threads);
            return batches.all(units.diagnostics());
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private <T extends Record> void extract(
            List<Unit> units, Optional<UnitCache<T>> cache, Batches<T> batches, UnitThreads threads) {
        Queue<CompletableFuture<ReadUnit<T>>> underWay = new ArrayDeque<>();
        for (int unit = 0; unit < units.size(); unit++) {
            underWay.add(read(units.get(unit), cache, threads.of(unit)));
            if (underWay.size() >= UNITS_AHEAD * options.threads()) {
                batches.add(underWay.remove().join());
            }
        }
        while (!underWay.isEmpty()) {
            batches.add(underWay.remove().join());
        }
        batches.end();
    }

    private <T extends Record> CompletableFuture<ReadUnit<T>> read(Unit unit, Optional<UnitCache<T>> cache, Executor pool) {
        Unit described = new Unit(unit.name(), unit.origin(), unit.sources(), includeFolders(unit), unit.defines());
        if (cache.isEmpty()) {
            return read(described, pool);
        }
        return CompletableFuture.supplyAsync(() -> cache.get().find(described, preprocessor), pool)
                .thenCompose(known -> known.map(this::told).orElseGet(() -> read(described, pool)));
    }

    private <T extends Record> CompletableFuture<ReadUnit<T>> told(ReadUnit<T> unit) {
        unit.unit().sources().forEach(source -> options.listener().read());
        return CompletableFuture.completedFuture(unit);
    }

    private <T extends Record> CompletableFuture<ReadUnit<T>> read(Unit unit, Executor pool) {
        SourceReading reading = new SourceReading(preprocessor, options.platform(), unit, List.of());
        List<CompletableFuture<SourceReading.Read>> sources = unit.sources().stream()
                .map(source -> CompletableFuture.supplyAsync(() -> reading.read(source), pool)
                        .whenComplete((read, problem) -> options.listener().read()))
                .toList();
        return CompletableFuture.allOf(sources.toArray(CompletableFuture[]::new)).thenApplyAsync(
                done -> readings(unit, reading, sources.stream().map(CompletableFuture::join).toList()), pool);
    }

    /** The unit as it is, then once more for each set of macros that shows what conditionals hide of it. */
    private <T> ReadUnit<T> readings(Unit unit, SourceReading firstReading, List<SourceReading.Read> first) {
        List<UnitReading> readings = new ArrayList<>();
        readings.add(UnitReading.of(unit, first, List.of(), platform, options.selection()));
        List<SourceReading> made = new ArrayList<>(List.of(firstReading));
        FurtherReadings further = new FurtherReadings(
                settings -> {
                    made.add(new SourceReading(preprocessor, options.platform(), unit, settings));
                    return made.get(made.size() - 1);
                },
                unit.sources(), first, new ChangedFunctions(options.platform().resources().keySet()));
        for (FurtherReadings.Reading again : further.all()) {
            readings.add(UnitReading.of(unit, again.sources(), again.settings(), platform, options.selection()));
        }
        Inputs inputs = Inputs.of(made.stream().map(SourceReading::inputs).toList());
        return new ReadUnit<>(unit, readings, inputs, Optional.empty());
    }

    private List<Path> includeFolders(Unit unit) {
        List<Path> folders = new ArrayList<>(unit.includeFolders());
        folders.addAll(options.includeFolders());
        return folders;
    }

    private static List<Path> folders(List<Path> roots) {
        return roots.stream().map(Extractor::folder).distinct().toList();
    }

    private static Path folder(Path root) {
        Path absolute = root.toAbsolutePath().normalize();
        return Files.isDirectory(absolute) || absolute.getParent() == null ? absolute : absolute.getParent();
    }

    /** What the names of headers are relative to: the folder named, or the nearest one that holds all roots. */
    private static Path base(List<Path> roots) {
        List<Path> folders = folders(roots);
        Path common = folders.get(0);
        for (Path folder : folders) {
            while (common.getParent() != null && !folder.startsWith(common)) {
                common = common.getParent();
            }
        }
        return common;
    }
}
