package io.padlog.run.cli;

import io.padlog.extract.ExtractOptions;
import io.padlog.extract.Extraction;
import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.catalog.Schema;
import io.padlog.run.job.Deadline;
import io.padlog.run.job.Extract;
import io.padlog.run.job.FactFolder;
import io.padlog.run.job.SourceRoots;
import io.padlog.run.job.Wiring;
import io.padlog.run.report.TextSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code padlog extract}: facts only. */
@Command(
        name = "extract",
        description = "Make a folder of facts from driver sources, for 'padlog query', 'padlog export' or Soufflé.",
        footerHeading = "%nExample:%n",
        footer = "  padlog extract drivers/ringbuf -o facts",
        exitCodeListHeading = Statuses.HEADING,
        exitCodeList = {Statuses.DONE, Statuses.USAGE, Statuses.BUG})
final class ExtractCommand implements Callable<Integer> {
    private final Console console;
    private final Terminal terminal;
    private final Wiring wiring;
    private final QueryResources installed;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Folders and files to read.")
    private List<Path> paths = new ArrayList<>();

    @ArgGroup(validate = false, heading = "%nInput:%n", order = 1)
    private ExtractionOptions input = new ExtractionOptions();

    @Option(names = {"-j", "--jobs"}, paramLabel = "N",
            description = "Threads; they change no byte of the result. Default: one for each processor.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @ArgGroup(validate = false, heading = PairOptions.HEADING, order = 2)
    private PairOptions pairs = new PairOptions();

    @ArgGroup(validate = false, heading = "%nListing:%n", order = 3)
    private ListingOptions listing = new ListingOptions();

    @Option(names = {"-o", "--output"}, paramLabel = "DIR",
            description = "The folder of facts: a file NAME.facts for each relation, and a manifest. "
                    + "An older one is replaced.")
    private Optional<Path> folder = Optional.empty();

    @Mixin
    private Verbosity verbosity;

    ExtractCommand(Console console, Terminal terminal, Wiring wiring, QueryResources installed) {
        this.console = console;
        this.terminal = terminal;
        this.wiring = wiring;
        this.installed = installed;
    }

    @Override
    public Integer call() {
        if (folder.isEmpty() && !listing.wanted()) {
            throw new PadlogException(ExitStatus.USAGE, "no folder for the facts; name one with -o DIR");
        }
        SourceRoots roots = new SourceRoots(paths);
        QueryResources resources = pairs.addedTo(installed);
        ExtractOptions options;
        Extraction extraction;
        try (Progress progress = Progress.of(console, terminal, verbosity)) {
            options = input.options(EngineOptions.checkedThreads(threads), resources, progress);
            extraction = new Extract(wiring.reader()).run(roots, options, Deadline.in(Optional.empty()));
        }
        if (listing.wanted()) {
            listing.write(extraction.facts(), console);
        }
        folder.ifPresent(path -> new FactFolder(Schema.of(resources)).write(path, extraction, options));
        if (!verbosity.quiet()) {
            console.notes(out -> new TextSummary(verbosity.verbose()).coverage(
                    extraction.coverage(), extraction.diagnostics(), out));
        }
        return ExitStatus.CLEAN.code();
    }
}
