package io.padlog.extract;

import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.preprocess.HiddenRegion;
import io.padlog.extract.preprocess.Preprocessor;
import io.padlog.extract.source.Diagnostic;
import io.padlog.extract.source.Language;
import io.padlog.extract.source.Position;
import io.padlog.extract.source.SourceFile;
import io.padlog.extract.source.Unit;
import io.padlog.extract.token.TokenBuffer;
import io.padlog.extract.unit.Units;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Compares the functions that universal-ctags lists in the C and C++ sources of a tree with those that have a complete
 * control-flow graph. Prints each that has none, with the reason, then totals. Started by {@code ctags-coverage} beside it.
 */
public final class CtagsCoverage {
    /** Why a function that ctags lists has no complete graph. */
    private enum Reason {
        /** It stands below {@code #if 0}: nobody compiles it. */
        IF_ZERO,
        /** A decided condition hides it. */
        HIDDEN,
        /** An undecided condition hides it in each reading. */
        UNDECIDED,
        /** A statement of it could not be read. */
        PARTLY,
        /** It could not be read. */
        LOST,
        /** There is no function of that name at that line, as far as the parser can tell. */
        NO_FUNCTION
    }

    /** A function as ctags lists it. */
    private record Listed(String name, int line, String text) {}

    /** What was read of one file, in whatever unit and reading. */
    private static final class FileCoverage {
        final Map<String, Boolean> functions = new ConcurrentHashMap<>();
        /** How often it was read. */
        final AtomicInteger readings = new AtomicInteger();
        final Map<Integer, Boolean> byLine = new ConcurrentHashMap<>();
        final ConcurrentLinkedQueue<HiddenRegion> hidden = new ConcurrentLinkedQueue<>();
        final ConcurrentLinkedQueue<Diagnostic> diagnostics = new ConcurrentLinkedQueue<>();
    }

    private final Map<Path, FileCoverage> files = new ConcurrentHashMap<>();

    private final AtomicInteger furtherUnits = new AtomicInteger();
    private final AtomicLong again = new AtomicLong();

    private CtagsCoverage() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Path> roots = new ArrayList<>();
        for (String argument : arguments) {
            roots.add(Path.of(argument).toAbsolutePath().normalize());
        }
        CtagsCoverage coverage = new CtagsCoverage();
        coverage.read(roots);
        coverage.compare(roots);
    }

    private void read(List<Path> roots) throws InterruptedException {
        int threads = Runtime.getRuntime().availableProcessors();
        ExtractOptions.Platform names = new ExtractOptions.Platform(Set.of(), Set.of(), Set.of(), Map.of(), Map.of());
        Preprocessor preprocessor = new Preprocessor(roots.get(0), roots, Map.of(), Set.of(), Set.of());
        ExecutorService pool = Executors.newFixedThreadPool(threads, work -> new Thread(null, work, "read", 32L << 20));
        Units units = Units.find(roots, List.of(), threads);
        for (Unit unit : units.units()) {
            SourceReading reading = new SourceReading(preprocessor, names, unit, List.of());
            pool.execute(() -> {
                List<SourceReading.Read> first = unit.sources().stream().map(reading::read).toList();
                first.forEach(this::add);
                for (FurtherReadings.Reading further : new FurtherReadings(
                        settings -> new SourceReading(preprocessor, names, unit, settings), unit.sources(), first,
                        new ChangedFunctions(Set.of())).all()) {
                    furtherUnits.incrementAndGet();
                    again.addAndGet(further.sources().stream().mapToLong(source -> source.source().lines()).sum());
                    further.sources().forEach(this::add);
                }
            });
        }
        pool.shutdown();
        pool.awaitTermination(1, TimeUnit.HOURS);
        System.out.println(units.units().size() + " units; " + furtherUnits + " further readings of " + again + " lines");
    }

    private FileCoverage of(SourceFile file) {
        return files.computeIfAbsent(file.path().toAbsolutePath().normalize(), path -> new FileCoverage());
    }

    private void add(SourceReading.Read read) {
        of(read.source().translationUnit().file()).readings.incrementAndGet();
        for (ControlFlowGraph graph : read.graphs()) {
            TokenBuffer tokens = read.source().translationUnit().tokens();
            Position place = tokens.spelled(graph.function().name().first());
            FileCoverage file = of(place.file());
            file.functions.merge(plain(graph.function().identifier()), graph.complete(), Boolean::logicalOr);
            file.byLine.merge(place.line(), graph.complete(), Boolean::logicalOr);
            // An annotation or a macro in the heading is what ctags often takes for the name.
            Position begin = tokens.expanded(graph.function().span().first());
            Position body = tokens.expanded(graph.function().body().span().first());
            for (int line = begin.line(); line <= body.line() && begin.file().equals(body.file()); line++) {
                of(begin.file()).byLine.merge(line, graph.complete(), Boolean::logicalOr);
            }
        }
        read.hidden().forEach(region -> of(region.position().file()).hidden.add(region));
        read.diagnostics().forEach(diagnostic -> of(diagnostic.position().file()).diagnostics.add(diagnostic));
    }

    /** ctags lists methods without their class. */
    private static String plain(String identifier) {
        return identifier.substring(identifier.lastIndexOf(':') + 1);
    }

    private void compare(List<Path> roots) throws IOException, InterruptedException {
        Map<Path, List<Listed>> all = listed(roots);
        for (Language language : Language.values()) {
            Map<Path, List<Listed>> own = new TreeMap<>(all);
            own.keySet().removeIf(file -> Language.of(file.toString()).filter(is -> is == language).isEmpty());
            compare(roots, language, own);
        }
    }

    private void compare(List<Path> roots, Language language, Map<Path, List<Listed>> ctags) {
        Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
        int listed = 0;
        int complete = 0;
        for (Map.Entry<Path, List<Listed>> entry : ctags.entrySet()) {
            FileCoverage file = files.getOrDefault(entry.getKey(), new FileCoverage());
            for (Listed function : entry.getValue()) {
                listed++;
                if (file.byLine.getOrDefault(function.line(), false)) {
                    complete++;
                    continue;
                }
                Reason reason = reason(file, function);
                counts.merge(reason, 1, Integer::sum);
                System.out.println(reason + "\t" + roots.get(0).relativize(entry.getKey()) + ":" + function.line() + "\t"
                        + function.name() + "\t" + message(file, function, reason));
            }
        }
        int subtracted = counts.getOrDefault(Reason.IF_ZERO, 0) + counts.getOrDefault(Reason.NO_FUNCTION, 0);
        System.out.printf("%s: %d files with functions, %d functions listed, %d complete, missing %s%n",
                language, ctags.size(), listed, complete, counts);
        System.out.printf("%.3f %% of what ctags lists; %.3f %% without #if 0 and names that are no functions%n",
                100.0 * complete / listed, 100.0 * complete / (listed - subtracted));
    }

    private static Reason reason(FileCoverage file, Listed function) {
        Reason hidden = Reason.NO_FUNCTION;
        for (HiddenRegion region : file.hidden) {
            int first = region.position().line() + 1;
            long hiding = file.hidden.stream().filter(other -> other.position().equals(region.position())).count();
            if (function.line() >= first && function.line() < first + region.lines() && hiding >= file.readings.get()) {
                if (region.macros().isEmpty()) {
                    return Reason.IF_ZERO;
                }
                hidden = region.undecided() || hidden == Reason.UNDECIDED ? Reason.UNDECIDED : Reason.HIDDEN;
            }
        }
        if (hidden != Reason.NO_FUNCTION) {
            return hidden;
        }
        if (file.functions.containsKey(function.name()) || file.byLine.containsKey(function.line())) {
            return Reason.PARTLY;
        }
        return file.diagnostics.stream().anyMatch(diagnostic -> lost(diagnostic, function)) ? Reason.LOST : Reason.NO_FUNCTION;
    }

    private static boolean lost(Diagnostic diagnostic, Listed function) {
        int distance = function.line() - diagnostic.position().line();
        return switch (diagnostic.kind()) {
            case LOST_FUNCTION, LOST_DECLARATION, TOO_DEEP ->
                diagnostic.message().contains("'" + function.name() + "'") || distance >= 0 && distance < 5;
            default -> false;
        };
    }

    private static String message(FileCoverage file, Listed function, Reason reason) {
        return switch (reason) {
            case PARTLY -> file.diagnostics.stream()
                    .filter(diagnostic -> diagnostic.position().line() >= function.line()
                            && diagnostic.kind() == Diagnostic.Kind.OPAQUE_STATEMENT)
                    .min(Comparator.comparingInt(diagnostic -> diagnostic.position().line()))
                    .map(diagnostic -> diagnostic.position().line() + ": " + diagnostic.message()).orElse("");
            case LOST -> file.diagnostics.stream().filter(diagnostic -> lost(diagnostic, function))
                    .findFirst().map(Diagnostic::message).orElse("");
            case HIDDEN, UNDECIDED, IF_ZERO -> file.hidden.stream()
                    .filter(region -> function.line() > region.position().line()
                            && function.line() <= region.position().line() + region.lines())
                    .findFirst().map(HiddenRegion::directive).orElse("");
            case NO_FUNCTION -> function.text();
        };
    }

    /** What ctags says of the tree's sources, by file. */
    private static Map<Path, List<Listed>> listed(List<Path> roots) throws IOException, InterruptedException {
        Path names = Files.createTempFile("ctags", ".txt");
        try {
            List<String> sources = new ArrayList<>();
            for (Path root : roots) {
                try (var walked = Files.walk(root)) {
                    walked.map(Path::toString).filter(name -> Language.of(name).isPresent()).sorted().forEach(sources::add);
                }
            }
            Files.write(names, sources);
            Process process = new ProcessBuilder("ctags", "-x", "--kinds-c=f", "--kinds-c++=f", "--_xformat=%F\t%n\t%N\t%C", "-L", names.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            Map<Path, List<Listed>> listed = new TreeMap<>();
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(process.getInputStream(), StandardCharsets.ISO_8859_1))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String[] cells = line.split("\t", 4);
                    listed.computeIfAbsent(Path.of(cells[0]), path -> new ArrayList<>())
                            .add(new Listed(cells[2], Integer.parseInt(cells[1]), cells[3]));
                }
            }
            process.waitFor();
            return listed;
        } finally {
            Files.delete(names);
        }
    }
}
