package io.padlog.run.mutation;

import io.padlog.extract.EditedUnits;
import io.padlog.extract.ExtractOptions;
import io.padlog.extract.Extraction;
import io.padlog.extract.source.SourceFile;
import io.padlog.extract.source.Unit;
import io.padlog.run.catalog.ApiTables;
import io.padlog.run.catalog.Catalog;
import io.padlog.run.catalog.QueryIncludes;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.catalog.Rule;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.engine.embedded.EmbeddedEngine;
import io.padlog.run.finding.Finding;
import io.padlog.run.job.Extract;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Breaks the locking of a tree one call at a time, counts how often a finding tells of it, and prints what no finding does. */
public final class Mutation {
    private static final long STACK_BYTES = 64L << 20;

    private final Arguments arguments;
    private final Sources sources;
    private final EditedUnits units;
    private final SiteSearch search;
    private final List<Rule> rules;
    private final ProgramSource program;
    private final EmbeddedEngine engine = new EmbeddedEngine();
    private final Tally tally = new Tally();

    /** What was asked for. {@code limit} is for each kind. */
    private record Arguments(Path tree, long seed, int limit, Set<Kind> kinds, String below) {
        static Arguments of(List<String> given) {
            Path tree = Path.of(given.get(0)).toAbsolutePath().normalize();
            long seed = 1;
            int limit = Integer.MAX_VALUE;
            Set<Kind> kinds = EnumSet.allOf(Kind.class);
            String below = "";
            for (int index = 1; index + 1 < given.size(); index += 2) {
                String value = given.get(index + 1);
                switch (given.get(index)) {
                    case "--seed" -> seed = Long.parseLong(value);
                    case "--limit" -> limit = Integer.parseInt(value);
                    case "--kind" -> kinds = EnumSet.of(Kind.valueOf(value.toUpperCase(Locale.ROOT)));
                    case "--unit" -> below = value;
                    default -> throw new IllegalArgumentException(given.get(index));
                }
            }
            return new Arguments(tree, seed, limit, kinds, below);
        }

        boolean covers(Site site) {
            return kinds.contains(site.kind())
                    && (below.isEmpty() || site.file().equals(below) || site.file().startsWith(below + "/"));
        }
    }

    private Mutation(Path sites, Arguments arguments) throws IOException {
        this.arguments = arguments;
        this.sources = Sources.copyOf(arguments.tree());
        QueryResources resources = QueryResources.installed();
        QueryIncludes includes = new QueryIncludes(resources, FileSystems.getDefault());
        ExtractOptions options = ExtractOptions.plain(Extract.platform(ApiTables.of(resources)));
        this.units = new EditedUnits(sources.root(), options);
        this.search = new SiteSearch(new ProgramSource(sites.toString(), Files.readString(sites), includes));
        this.rules = Catalog.of(resources).rules();
        this.program = new ProgramSource(QueryIncludes.OWN + "check", rules.stream()
                .map(rule -> ".include \"" + rule.file() + "\"\n")
                .collect(Collectors.joining()), includes);
    }

    public static void main(String[] args) throws InterruptedException {
        List<String> given = Arrays.asList(args);
        Thread work = new Thread(null, () -> {
            try {
                new Mutation(Path.of(given.get(0)), Arguments.of(given.subList(1, given.size()))).run();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }, "mutation", STACK_BYTES);
        work.start();
        work.join();
    }

    private void run() {
        Map<String, List<Site>> chosen = new TreeMap<>();
        for (Site site : drawn(allSites())) {
            chosen.computeIfAbsent(site.unit(), unit -> new ArrayList<>()).add(site);
        }
        for (Unit unit : units.units()) {
            if (chosen.containsKey(unit.name())) {
                breakEach(unit, chosen.get(unit.name()));
            }
        }
        tally.print();
    }

    /** Each site once, although several units may have its source. */
    private List<Site> allSites() {
        List<Site> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Unit unit : units.units()) {
            if (arguments.below().isEmpty()
                    || unit.sources().stream().anyMatch(source -> source.name().startsWith(arguments.below()))) {
                for (Site site : search.sites(unit.name(), units.read(unit).facts().facts())) {
                    if (arguments.covers(site) && seen.add(site.identity())) {
                        all.add(site);
                    }
                }
            }
        }
        return all;
    }

    private List<Site> drawn(List<Site> all) {
        List<Site> drawn = new ArrayList<>();
        for (Kind kind : arguments.kinds()) {
            List<Site> some = new ArrayList<>(all.stream().filter(site -> site.kind() == kind).toList());
            System.out.println(kind.id() + ": " + some.size() + " calls");
            Collections.shuffle(some, new Random(arguments.seed()));
            drawn.addAll(some.subList(0, Math.min(some.size(), arguments.limit())));
        }
        drawn.sort(Comparator.comparing(Site::file).thenComparingInt(Site::line).thenComparingInt(Site::column)
                .thenComparing(Site::kind));
        return drawn;
    }

    private void breakEach(Unit unit, List<Site> sites) {
        EditedUnits.Read read = units.read(unit);
        Findings before = Findings.of(read.facts(), rules, program, engine);
        Map<String, SourceFile> files = unit.sources().stream().collect(Collectors.toMap(SourceFile::name, file -> file));
        for (Site site : sites) {
            Sources.Text text = sources.text(site.file());
            SourceFile file = files.get(site.file());
            Optional<Extraction> broken;
            if (site.isInMacro() && site.kind() != Kind.SWAP) {
                broken = read.factsWithout(file, site.cut());
            } else {
                broken = Edit.of(text.text(), site).map(edited -> text.during(edited, () -> read.factsWith(file)));
            }
            broken.ifPresentOrElse(
                    facts -> {
                        Optional<Finding> telling = Findings.of(facts, rules, program, engine).telling(site, before);
                        tally.add(site, telling.map(Finding::confidence), text.line(site.line()));
                    },
                    () -> tally.unchanged(site));
        }
    }
}
