package io.padlog.extract;

import io.padlog.extract.cfg.ControlFlowGraph;
import io.padlog.extract.facts.FactSelection;
import io.padlog.extract.facts.Inclusion;
import io.padlog.extract.facts.ReadSource;
import io.padlog.extract.facts.UnitFacts;
import io.padlog.extract.facts.UnitRows;
import io.padlog.extract.preprocess.HiddenRegion;
import io.padlog.extract.preprocess.MacroSetting;
import io.padlog.extract.resolve.Linker;
import io.padlog.extract.source.Diagnostic;
import io.padlog.extract.source.Position;
import io.padlog.extract.source.Unit;
import io.padlog.extract.symbol.FunctionSymbol;
import io.padlog.extract.symbol.LinkedUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What was made of one unit.
 *
 * @param further whether it is one with other macros than the unit's own
 * @param sources lines by name of each source file
 * @param functions by place, whether each was read completely
 * @param missingHeaders the directives that found none
 * @param undecided conditions that hide lines and hang on a macro that nobody settles
 */
record UnitReading(
        UnitRows rows, boolean further, List<Diagnostic> diagnostics, Map<String, Integer> sources, Map<String, Boolean> functions,
        Set<Inclusion> missingHeaders, Set<Position> undecided) {
    /** How many macros of a further reading its name tells. */
    private static final int NAMED_SETTINGS = 3;
    private static final UnitRows NO_ROWS = new UnitRows(0, FactSelection.ALL);

    /** @param settings macros that a further reading is made with; none for the first one */
    static UnitReading of(
            Unit unit, List<SourceReading.Read> read, List<MacroSetting> settings, UnitFacts.Platform platform,
            FactSelection selection) {
        LinkedUnit linked = Linker.link(read.stream()
                .map(source -> new Linker.Source(source.source().translationUnit(), source.graphs()))
                .toList());
        Set<Diagnostic> diagnostics = new LinkedHashSet<>();
        Map<String, Integer> sources = new HashMap<>();
        List<ReadSource> files = new ArrayList<>();
        for (SourceReading.Read source : read) {
            diagnostics.addAll(source.diagnostics());
            files.add(source.source());
            sources.put(source.source().translationUnit().file().name(), source.source().lines());
        }
        Set<Position> undecided = new HashSet<>();
        Set<HiddenRegion> hidden = new LinkedHashSet<>();
        for (SourceReading.Read source : read) {
            for (HiddenRegion region : source.hidden()) {
                hidden.add(region);
                if (region.undecided()) {
                    undecided.add(region.position());
                }
            }
        }
        Set<Inclusion> missing = new LinkedHashSet<>();
        for (ReadSource file : files) {
            file.inclusions().stream().filter(inclusion -> inclusion.found().isEmpty()).forEach(missing::add);
        }
        Map<String, Boolean> functions = new HashMap<>();
        for (FunctionSymbol function : linked.functions()) {
            ControlFlowGraph graph = function.graph();
            functions.put(function.source().tokens().spelled(graph.function().name().first()).toString(), graph.complete());
        }
        List<Diagnostic> all = List.copyOf(diagnostics);
        UnitFacts.Written written = UnitFacts.of(named(unit, settings), files, linked, all, platform, selection);
        ConditionRows.write(written.rows(), settings, hidden);
        diagnostics.addAll(written.limits());
        return new UnitReading(
                written.rows(), !settings.isEmpty(), List.copyOf(diagnostics), sources, functions, missing, undecided);
    }

    UnitReading withoutRows() {
        return new UnitReading(NO_ROWS, further, diagnostics, sources, functions, missingHeaders, undecided);
    }

    private static Unit named(Unit unit, List<MacroSetting> settings) {
        if (settings.isEmpty()) {
            return unit;
        }
        String told = settings.stream().limit(NAMED_SETTINGS).map(MacroSetting::toString).collect(Collectors.joining(", "));
        int more = settings.size() - NAMED_SETTINGS;
        String name = unit.name() + " [" + told + (more > 0 ? " and " + more + " more" : "") + "]";
        return new Unit(name, unit.origin(), unit.sources(), unit.includeFolders(), unit.defines());
    }

    private static List<Extraction.MissingHeader> mostWantedFirst(Map<String, Set<String>> missing) {
        return missing.entrySet().stream()
                .map(header -> new Extraction.MissingHeader(header.getKey(), header.getValue().size()))
                .sorted(Comparator.comparingInt(Extraction.MissingHeader::files).reversed())
                .toList();
    }

    /** Counts what units read; a file or function that belongs to several counts once. */
    static Extraction.Coverage coverage(List<UnitReading> units) {
        Map<String, Integer> sources = new HashMap<>();
        Map<String, Boolean> functions = new HashMap<>();
        Set<Diagnostic> diagnostics = new LinkedHashSet<>();
        Map<String, Set<String>> missing = new TreeMap<>();
        Set<Position> undecided = new HashSet<>();
        int first = 0;
        for (UnitReading unit : units) {
            first += unit.further() ? 0 : 1;
            undecided.addAll(unit.undecided());
            sources.putAll(unit.sources());
            unit.functions().forEach((place, complete) -> functions.merge(place, complete, Boolean::logicalAnd));
            diagnostics.addAll(unit.diagnostics());
            unit.missingHeaders().forEach(inclusion ->
                    missing.computeIfAbsent(inclusion.written(), header -> new HashSet<>()).add(inclusion.file()));
        }
        Set<String> unreadable = new TreeSet<>();
        int lost = 0;
        for (Diagnostic diagnostic : diagnostics) {
            switch (diagnostic.kind()) {
                case UNREADABLE_FILE -> unreadable.add(diagnostic.position().file().name());
                case LOST_FUNCTION -> lost++;
                default -> { }
            }
        }
        unreadable.retainAll(sources.keySet());
        int complete = (int) functions.values().stream().filter(Boolean::booleanValue).count();
        return new Extraction.Coverage(first, sources.size(), unreadable.size(),
                sources.values().stream().mapToLong(Integer::longValue).sum(), complete, functions.size() - complete, lost,
                mostWantedFirst(missing), undecided.size());
    }
}
