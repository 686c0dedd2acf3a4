package io.padlog.run.cli;

import io.padlog.extract.facts.Facts;
import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.graph.Graph;
import io.padlog.run.job.Graphs;
import io.padlog.run.job.Wiring;
import io.padlog.run.report.DotGraph;
import io.padlog.run.report.SvgGraph;
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

/** {@code padlog graph}: a picture of a function. */
@Command(
        name = "graph",
        description = "Draw the control flow of a function, or the calls around it.",
        footerHeading = "%nExample:%n",
        footer = "  padlog graph RingEvtIoWrite --format svg -o write.svg drivers/ringbuf",
        exitCodeListHeading = Statuses.HEADING,
        exitCodeList = {Statuses.DONE, Statuses.USAGE, Statuses.STOPPED, Statuses.BUG})
final class GraphCommand implements Callable<Integer> {
    private final Console console;
    private final Terminal terminal;
    private final Wiring wiring;
    private final QueryResources installed;

    @Parameters(index = "0", paramLabel = "FUNCTION", description = "The function to draw.")
    private String function;

    @Parameters(index = "1..*", paramLabel = "PATH", description = "Folders and files to read, unless --facts is given.")
    private List<Path> paths = new ArrayList<>();

    @Mixin
    private FactSource facts = new FactSource();

    @Option(names = "--calls", description = "Draw who calls it and whom it calls, not its control flow.")
    private boolean calls;

    @Option(names = "--depth", paramLabel = "N", description = "With --calls, over how many calls. Default: 2.")
    private int depth = 2;

    @Option(names = "--format", paramLabel = "NAME", description = "dot (for Graphviz) or svg. Default: dot.")
    private Format format = Format.DOT;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write to FILE. Default: standard output.")
    private Optional<Path> file = Optional.empty();

    @ArgGroup(validate = false, heading = "%nInput:%n", order = 1)
    private ExtractionOptions input = new ExtractionOptions();

    @ArgGroup(validate = false, heading = PairOptions.HEADING, order = 2)
    private PairOptions pairs = new PairOptions();

    @ArgGroup(validate = false, heading = "%nEngine:%n", order = 3)
    private EngineOptions engine = new EngineOptions();

    @Mixin
    private Verbosity verbosity;

    /** The formats of {@code --format}. */
    enum Format { DOT, SVG }

    GraphCommand(Console console, Terminal terminal, Wiring wiring, QueryResources installed) {
        this.console = console;
        this.terminal = terminal;
        this.wiring = wiring;
        this.installed = installed;
    }

    @Override
    public Integer call() {
        if (depth < 1) {
            throw new PadlogException(ExitStatus.USAGE, "--depth " + depth + ": wants a number above 0");
        }
        QueryResources resources = pairs.addedTo(installed);
        Facts read = rows(resources);
        Graphs graphs = new Graphs(read, note -> {
            if (!verbosity.quiet()) {
                console.note(note);
            }
        });
        Graph graph = calls ? graphs.calls(function, depth) : graphs.flow(function);
        console.result(file, out -> {
            switch (format) {
                case DOT -> DotGraph.write(graph, out);
                case SVG -> SvgGraph.write(graph, out);
            }
        });
        return ExitStatus.CLEAN.code();
    }

    private Facts rows(QueryResources resources) {
        try (Progress progress = Progress.of(console, terminal, verbosity)) {
            return facts.read(paths, input.options(engine.threads(), resources, progress), engine.deadline(), wiring, resources);
        }
    }
}
