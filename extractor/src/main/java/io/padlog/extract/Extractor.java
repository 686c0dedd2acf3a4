package io.padlog.extract;

import io.padlog.extract.facts.UnitFacts;
import io.padlog.extract.facts.UnitRows;
import io.padlog.extract.preprocess.Preprocessor;
import io.padlog.extract.source.Diagnostic;
import io.padlog.extract.source.Unit;
import io.padlog.extract.unit.Units;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes facts of C driver sources: joins the extractor's rooms, in parallel, and merges what they give in order. */
public final class Extractor {
    /** The parser bounds nesting, and what comes after it recurses as deep as that. */
    private static final long STACK_BYTES = 32L << 20;
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
        Units units = Units.find(roots, options.excludes(), options.threads());
        return new Extractor(roots, options).extract(units);
    }

    private Extraction extract(Units units) {
        AtomicInteger threads = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(options.threads(), work -> {
            Thread thread = new Thread(null, work, "extract-" + threads.incrementAndGet(), STACK_BYTES);
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<UnitReading> read = new ArrayList<>();
            int joined = 0;
            List<CompletableFuture<List<UnitReading>>> underWay = new ArrayList<>();
            for (Unit unit : units.units()) {
                underWay.add(read(unit, pool));
                if (underWay.size() - joined >= UNITS_AHEAD * options.threads()) {
                    read.addAll(underWay.get(joined++).join());
                }
            }
            while (joined < underWay.size()) {
                read.addAll(underWay.get(joined++).join());
            }
            return merge(units, read);
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        } finally {
            pool.shutdownNow();
        }
    }

    private CompletableFuture<List<UnitReading>> read(Unit unit, ExecutorService pool) {
        Unit described = new Unit(unit.name(), unit.origin(), unit.sources(), includeFolders(unit), unit.defines());
        SourceReading reading = new SourceReading(preprocessor, options.platform(), described, List.of());
        List<CompletableFuture<SourceReading.Read>> sources = unit.sources().stream()
                .map(source -> CompletableFuture.supplyAsync(() -> reading.read(source), pool))
                .toList();
        return CompletableFuture.allOf(sources.toArray(CompletableFuture[]::new)).thenApplyAsync(
                done -> readings(described, sources.stream().map(CompletableFuture::join).toList()), pool);
    }

    /** The unit as it is, then once more for each set of macros that shows what conditionals hide of it. */
    private List<UnitReading> readings(Unit unit, List<SourceReading.Read> first) {
        List<UnitReading> readings = new ArrayList<>();
        readings.add(UnitReading.of(unit, first, List.of(), platform));
        FurtherReadings further = new FurtherReadings(
                settings -> new SourceReading(preprocessor, options.platform(), unit, settings), unit.sources(), first);
        for (FurtherReadings.Reading again : further.all()) {
            readings.add(UnitReading.of(unit, again.sources(), again.settings(), platform));
        }
        return readings;
    }

    private List<Path> includeFolders(Unit unit) {
        List<Path> folders = new ArrayList<>(unit.includeFolders());
        folders.addAll(options.includeFolders());
        return folders;
    }

    private static Extraction merge(Units units, List<UnitReading> read) {
        List<UnitRows> rows = read.stream().map(UnitReading::rows).toList();
        Set<Diagnostic> diagnostics = new LinkedHashSet<>(units.diagnostics());
        read.forEach(reading -> diagnostics.addAll(reading.diagnostics()));
        return new Extraction(UnitRows.merge(rows), UnitReading.coverage(read), new ArrayList<>(diagnostics));
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
