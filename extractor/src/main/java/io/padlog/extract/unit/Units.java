package io.padlog.extract.unit;

import io.padlog.extract.source.Diagnostic;
import io.padlog.extract.source.SourceFile;
import io.padlog.extract.source.Unit;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What was found below the roots of a run. Every source is in a unit: in each whose build file names it, else in its
 * folder's.
 *
 * @param units in order of name; each has a source
 * @param diagnostics in the order in which files are walked
 */
public record Units(List<Unit> units, List<Diagnostic> diagnostics) {
    public Units {
        units = List.copyOf(units);
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Finds the units of source trees.
     *
     * @param roots files and folders; what is not there is a diagnostic. A source alone is a unit with its neighbours in
     *         {@code roots}, a build file stands for what it names
     * @param excludes globs over names as reports show them; one that matches a folder excludes all below it
     * @param threads at least 1; changes nothing in the result
     * @throws java.util.regex.PatternSyntaxException if a glob is none
     */
    public static Units find(List<Path> roots, List<String> excludes, int threads) {
        Reports reports = new Reports();
        SourceTree tree = SourceTree.walk(roots, Naming.of(roots, excludes), reports);
        List<UnitDraft> drafts = buildUnits(tree, reports, threads);
        Set<SourceFile> claimed = new HashSet<>();
        drafts.forEach(draft -> claimed.addAll(draft.sources()));
        drafts.addAll(folderUnits(tree, claimed));
        return new Units(finish(drafts), reports.all());
    }

    /** The units of a build file, and what was said while it was read. */
    private record Described(BuildFile buildFile, List<UnitDraft> drafts, Reports reports) {
    }

    /** A driver has the functions of the libraries that it references, and of those that these do. */
    private static void linkLibraries(List<Described> all) {
        Map<Path, UnitDraft> byFile = new HashMap<>();
        for (Described described : all) {
            described.drafts().forEach(draft -> byFile.put(described.buildFile().file().path(), draft));
        }
        for (Described described : all) {
            for (UnitDraft draft : described.drafts()) {
                Set<Path> seen = new HashSet<>();
                Deque<Path> left = new ArrayDeque<>(draft.references());
                while (!left.isEmpty()) {
                    Path next = left.remove();
                    UnitDraft library = byFile.get(next);
                    if (seen.add(next) && library != null && library != draft && draft.link(library)) {
                        left.addAll(library.references());
                    }
                }
            }
        }
    }

    private static List<UnitDraft> buildUnits(SourceTree tree, Reports reports, int threads) {
        List<UnitDraft> drafts = new ArrayList<>();
        Set<SourceFile> compiled = new HashSet<>();
        List<Described> all = readAll(tree, threads);
        linkLibraries(all);
        for (Described described : all) {
            BuildFile.Kind kind = described.buildFile().kind();
            for (UnitDraft draft : described.drafts()) {
                // A compilation database is what the makefiles made: not both.
                boolean known = kind == BuildFile.Kind.KBUILD && compiled.containsAll(draft.sources());
                if (!draft.sources().isEmpty() && !known) {
                    drafts.add(draft);
                }
                if (kind == BuildFile.Kind.COMPILATION_DATABASE) {
                    compiled.addAll(draft.sources());
                }
            }
            reports.addAll(described.reports());
        }
        return drafts;
    }

    private static List<Described> readAll(SourceTree tree, int threads) {
        FileFinder finder = new FileFinder(tree);
        Map<BuildFile.Kind, BuildFileReader> readers = new EnumMap<>(BuildFile.Kind.class);
        readers.put(BuildFile.Kind.COMPILATION_DATABASE, new CompilationDatabaseReader(tree, finder));
        readers.put(BuildFile.Kind.VCXPROJ, new VcxprojReader(tree, finder));
        readers.put(BuildFile.Kind.KBUILD, new KbuildReader(tree, finder));
        List<BuildFile> buildFiles = new ArrayList<>(tree.buildFiles());
        // By kind, in the order of the enumeration; within a kind as they were walked.
        buildFiles.sort(Comparator.comparing(BuildFile::kind));
        List<Callable<Described>> tasks = new ArrayList<>();
        for (BuildFile buildFile : buildFiles) {
            tasks.add(() -> {
                Reports reports = new Reports();
                return new Described(buildFile, readers.get(buildFile.kind()).read(buildFile, reports), reports);
            });
        }
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Described> results = new ArrayList<>();
            for (Future<Described> result : executor.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while build files were read");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a build file's reader failed", e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    private static List<UnitDraft> folderUnits(SourceTree tree, Set<SourceFile> claimed) {
        Map<Path, UnitDraft> folders = new LinkedHashMap<>();
        for (SourceFile source : tree.sources().values()) {
            if (!claimed.contains(source)) {
                folders.computeIfAbsent(source.path().getParent(),
                        folder -> new UnitDraft(tree.naming().name(folder), "folder")).addSource(source);
            }
        }
        return List.copyOf(folders.values());
    }

    private static List<Unit> finish(List<UnitDraft> drafts) {
        drafts.sort(Comparator.comparing(UnitDraft::name));
        Set<String> taken = new HashSet<>();
        List<Unit> units = new ArrayList<>();
        for (UnitDraft draft : drafts) {
            String name = draft.name();
            for (int i = 2; !taken.add(name); i++) {
                name = draft.name() + " (" + i + ")";
            }
            units.add(draft.finish(name));
        }
        units.sort(Comparator.comparing(Unit::name));
        return units;
    }
}
