package io.padlog.run.cli;

import io.padlog.extract.ExtractOptions;
import io.padlog.extract.facts.Facts;
import io.padlog.run.ExitStatus;
import io.padlog.run.catalog.Catalog;
import io.padlog.run.catalog.NamedQuery;
import io.padlog.run.catalog.QueryIncludes;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.catalog.Rule;
import io.padlog.run.engine.DatalogEngine;
import io.padlog.run.engine.EngineResult;
import io.padlog.run.PadlogException;
import io.padlog.run.finding.Baseline;
import io.padlog.run.finding.CheckResult;
import io.padlog.run.finding.Confidence;
import io.padlog.run.finding.Finding;
import io.padlog.run.job.Changes;
import io.padlog.run.job.Check;
import io.padlog.run.job.Deadline;
import io.padlog.run.job.Extract;
import io.padlog.run.job.Query;
import io.padlog.run.job.SourceRoots;
import io.padlog.run.job.Wiring;
import io.padlog.run.report.BaselineReader;
import io.padlog.run.report.ReportSetting;
import io.padlog.run.report.TableRelation;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code padlog check}: the main job. */
@Command(
        name = "check",
        description = "Extract facts from driver sources, run rules over them, and report what they find.",
        footerHeading = "%nExample:%n",
        footer = "  padlog check --format csv -o findings.csv drivers/ringbuf",
        exitCodeListHeading = Statuses.HEADING,
        exitCodeList = {
            Statuses.CLEAN, Statuses.FOUND, Statuses.USAGE, Statuses.INCOMPLETE, Statuses.ENGINE, Statuses.BUG
        })
final class CheckCommand implements Callable<Integer> {
    private final Console console;
    private final Terminal terminal;
    private final Wiring wiring;
    private final QueryResources installed;

    @Parameters(paramLabel = "PATH", description = "Folders and files to read. Default: the current folder.")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--path", hidden = true, description = "A PATH, if none is typed; padlog.toml gives it.")
    private List<Path> configured = new ArrayList<>();

    @ArgGroup(validate = false, heading = "%nInput:%n", order = 1)
    private ExtractionOptions input = new ExtractionOptions();

    @ArgGroup(validate = false, heading = "%nListing:%n", order = 6)
    private ListingOptions listing = new ListingOptions();

    @ArgGroup(validate = false, heading = "%nRules:%n", order = 2)
    private RuleOptions rules = new RuleOptions();

    @ArgGroup(validate = false, heading = PairOptions.HEADING, order = 3)
    private PairOptions own = new PairOptions();

    @ArgGroup(validate = false, heading = "%nEngine:%n", order = 4)
    private EngineOptions engine = new EngineOptions();

    @ArgGroup(validate = false, heading = "%nOutput:%n", order = 5)
    private ReportOptions output = new ReportOptions();

    @Mixin
    private Verbosity verbosity;

    CheckCommand(Console console, Terminal terminal, Wiring wiring, QueryResources installed) {
        this.console = console;
        this.terminal = terminal;
        this.wiring = wiring;
        this.installed = installed;
    }

    /** Which rules run, and which findings count. */
    static final class RuleOptions {
        @Option(names = "--rule", paramLabel = "ID|PACK", split = ",",
                description = "Run these rules only. Default: all that 'padlog rules' lists.")
        private List<String> names = new ArrayList<>();

        @Option(names = "--rules", paramLabel = "DIR", description = "Know the rules of DIR, too, which are your own.")
        private List<Path> folders = new ArrayList<>();

        @Option(names = "--min-confidence", paramLabel = "LEVEL",
                description = "Show findings of high, medium or low confidence and above. "
                        + "Default: high, or what --fail-on needs.")
        private Optional<Confidence> minConfidence = Optional.empty();

        @Option(names = "--fail-on", paramLabel = "LEVEL",
                description = "End with status 1 for a finding of high or medium confidence, or for none. Default: high.")
        private FailOn failOn = FailOn.HIGH;

        @Option(names = "--baseline", paramLabel = "FILE",
                description = "An earlier report (json, jsonl, csv, sarif): what it has does not count for the exit status.")
        private Optional<Path> baseline = Optional.empty();

        @Option(names = "--new-only", description = "Do not show what --baseline has, either.")
        private boolean newOnly;

        @Option(names = "--diff", paramLabel = "REV",
                description = "Report only what a change since git's revision REV can have to do with.")
        private Optional<String> diff = Optional.empty();

        @Option(names = "--why-not", paramLabel = "FILE:LINE",
                description = "Only tell what is known of a line: is it read, in which function and role, what locks it.")
        private Optional<String> whyNot = Optional.empty();

        @Option(names = "--cache", paramLabel = "DIR",
                description = "Keep in DIR what was found in each unit, and look only at units that have changed since.")
        private Optional<Path> cache = Optional.empty();

        @Option(names = "--strict", description = "End with status 3 if anything was not read or not decided.")
        private boolean strict;
    }

    /** The levels of {@code --fail-on}. */
    enum FailOn { HIGH, MEDIUM, NONE }

    @Override
    public Integer call() {
        output.check();
        QueryResources resources = own.addedTo(installed);
        SourceRoots roots = new SourceRoots(!paths.isEmpty() ? paths : configured.isEmpty() ? List.of(Path.of(".")) : configured);
        if (listing.wanted()) {
            listing.write(facts(roots, engine.deadline(), resources), console);
            return ExitStatus.CLEAN.code();
        }
        if (rules.whyNot.isPresent()) {
            tellOf(rules.whyNot.get(), roots, resources);
            return ExitStatus.CLEAN.code();
        }
        Catalog catalog = Catalog.of(resources).with(rules.folders);
        DatalogEngine chosen = engine.chosen(wiring, console, verbosity, warning -> verbosity.verbose());
        Check check = new Check(
                wiring.reader(), chosen, wiring.explainer(), new QueryIncludes(resources, FileSystems.getDefault()));
        List<Rule> selected = catalog.selected(rules.names);
        Optional<Baseline> baseline = rules.baseline.map(file -> BaselineReader.read(file, roots.base()));
        Predicate<Finding> wanted = wanted(baseline, roots);
        Optional<Path> cache = rules.cache.map(CheckCommand::writable);
        CheckResult all;
        try (Progress progress = Progress.of(console, terminal, verbosity)) {
            ExtractOptions extract = input.options(engine.threads(), resources, progress);
            all = check.run(new Check.Options(roots, extract, selected, catalog.rules().stream().map(Rule::id).toList(),
                    minConfidence(), engine.deadline(), cache), progress);
        }
        CheckResult result = all.only(wanted);
        int status = status(result.only(finding -> !baseline.map(known -> known.knows(finding)).orElse(false))).code();
        output.write(result,
                new ReportSetting(Version.padlog(), selected, roots.base(), status, baseline, absent(baseline, all, selected)),
                verbosity, terminal, console);
        return status;
    }

    /** A run that looks at a change only, or was cut short, does not tell what is gone. */
    private List<Baseline.Known> absent(Optional<Baseline> baseline, CheckResult all, List<Rule> selected) {
        if (rules.diff.isPresent() || all.stopped()) {
            return List.of();
        }
        Set<String> ran = selected.stream().map(Rule::id).collect(Collectors.toSet());
        return baseline.map(before -> before.absentFrom(all, ran, minConfidence())).orElse(List.of());
    }

    private Predicate<Finding> wanted(Optional<Baseline> baseline, SourceRoots roots) {
        if (rules.newOnly && baseline.isEmpty()) {
            throw new PadlogException(ExitStatus.USAGE, "--new-only wants --baseline FILE to know what is old");
        }
        Optional<Changes> changes = rules.diff.map(revision -> Changes.since(revision, roots.base()));
        return finding -> !(rules.newOnly && baseline.orElseThrow().knows(finding))
                && changes.map(since -> since.touch(finding)).orElse(true);
    }

    private void tellOf(String place, SourceRoots roots, QueryResources resources) {
        int colon = place.lastIndexOf(':');
        if (colon < 1 || !place.substring(colon + 1).matches("[0-9]{1,9}")) {
            throw new PadlogException(ExitStatus.USAGE, "--why-not " + place + ": wants FILE:LINE");
        }
        Deadline deadline = engine.deadline();
        Facts facts = facts(roots, deadline, resources);
        Query query = new Query(engine.chosen(wiring, console, verbosity, warning -> false), resources);
        EngineResult result = query.named(NamedQuery.existing("about", resources),
                List.of(shown(place.substring(0, colon), roots.base()), place.substring(colon + 1)), facts,
                new Query.Options(engine.threads(), deadline));
        console.result(Optional.empty(), out ->
                new TableRelation().write(result.relations().get("answer"), result.symbols(), out));
    }

    /** A file as reports name it, where it is given by its path. */
    private static String shown(String file, Path base) {
        try {
            Path path = base.getFileSystem().getPath(file).toAbsolutePath().normalize();
            return Files.exists(path) && path.startsWith(base)
                    ? base.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/") : file;
        } catch (InvalidPathException e) {
            return file;
        }
    }

    private static Path writable(Path cache) {
        try {
            Files.createDirectories(cache);
        } catch (IOException e) {
            throw new PadlogException(ExitStatus.USAGE, "--cache " + cache + ": cannot be made a folder", e);
        }
        if (!Files.isWritable(cache)) {
            throw new PadlogException(ExitStatus.USAGE, "--cache " + cache + ": cannot be written to");
        }
        return cache;
    }

    private Facts facts(SourceRoots roots, Deadline deadline, QueryResources resources) {
        try (Progress progress = Progress.of(console, terminal, verbosity)) {
            return new Extract(wiring.reader()).run(roots, input.options(engine.threads(), resources, progress), deadline).facts();
        }
    }

    private Confidence minConfidence() {
        return rules.minConfidence.orElse(switch (rules.failOn) {
            case HIGH, NONE -> Confidence.HIGH;
            case MEDIUM -> Confidence.MEDIUM;
        });
    }

    private ExitStatus status(CheckResult result) {
        boolean fails = result.findings().stream().anyMatch(finding -> switch (rules.failOn) {
            case HIGH -> finding.confidence().atLeast(Confidence.HIGH);
            case MEDIUM -> finding.confidence().atLeast(Confidence.MEDIUM);
            case NONE -> false;
        });
        if (fails) {
            return ExitStatus.FOUND;
        }
        return result.stopped() || rules.strict && result.incomplete() ? ExitStatus.INCOMPLETE : ExitStatus.CLEAN;
    }
}
