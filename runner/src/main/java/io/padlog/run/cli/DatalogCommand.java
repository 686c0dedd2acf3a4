package io.padlog.run.cli;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.job.Datalog;
import io.padlog.run.job.Deadline;
import io.padlog.run.job.EngineChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code padlog datalog}: a Soufflé of its own. */
@Command(
        name = "datalog",
        customSynopsis = "padlog datalog [OPTIONS] PROGRAM.dl",
        description = "Run a Soufflé program: read its .input files, write its .output files. Options are named as Soufflé's.",
        footerHeading = "%nExample:%n",
        footer = {
            "  padlog datalog reach.dl -F facts -D results -j 4",
            "",
            "Soufflé's other options are taken, too. Those that only tune it (-c -C -m -z -a -P and the like) change nothing.",
            "Refused are C++ code (-o -g -G -N -s) and functors in C++ (-l -L), profiles (-p), reports (-r), --legacy and",
            "provenance (-t), for which there is 'padlog query --explain'."
        },
        exitCodeListHeading = Statuses.HEADING,
        exitCodeList = {Statuses.DONE, Statuses.USAGE, Statuses.STOPPED, Statuses.ENGINE, Statuses.BUG})
final class DatalogCommand implements Callable<Integer> {
    private static final Map<String, String> WITHOUT = Map.of(
            "initial-ram", ", since rules are planned at once: transformed-ram shows how",
            "type-analysis", ", since types are worked out without a log: an error of types names those that clash");

    private final Console console;
    private final QueryResources resources;

    @Parameters(paramLabel = "PROGRAM.dl", arity = "1", description = "The program.")
    private Path program = Path.of("");

    @Option(names = {"-F", "--fact-dir"}, paramLabel = "DIR", description = "Folder of the facts. Default: the current one.")
    private Path facts = Path.of("");

    @Option(names = {"-D", "--output-dir"}, paramLabel = "DIR",
            description = "Folder for the results; '-' writes them to standard output. Default: the current one.")
    private String results = "";

    @Option(names = {"-I", "--include-dir"}, paramLabel = "DIR", description = "Look for .include files in DIR, too.")
    private List<Path> includes = new ArrayList<>();

    @Option(names = {"-M", "--macro"}, paramLabel = "MACROS",
            description = "Macros for the preprocessor, with blanks between them: 'SIZE=3 FAST'.")
    private List<String> macros = new ArrayList<>();

    @Option(names = {"-j", "--jobs"}, paramLabel = "N", description = "Threads, or 'auto'. Default: one for each processor.")
    private String threads = "auto";

    @Option(names = {"-w", "--no-warn"}, description = "No warnings; a file of facts that is missing is empty.")
    private boolean quiet;

    @Option(names = "--show", paramLabel = "WHAT",
            split = ",",
            description = "Tell of the program instead of running it, one or several of: initial-ast, parse-errors, "
                    + "precedence-graph[-text], scc-graph[-text], and, as padlog and not Soufflé has them, transformed-ast, the "
                    + "program as it is run, and transformed-ram, the loops and indexes of each rule.")
    private List<String> show = new ArrayList<>();

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "Stop after this long. Default: no limit.")
    private int timeout;

    @Option(names = "--max-rows", paramLabel = "N",
            description = "Stop at about N rows in all. Default: " + EngineChoice.MAX_ROWS + ".")
    private long maxRows = EngineChoice.MAX_ROWS;

    @Option(names = {"-v", "--verbose"}, description = "Say how much memory it took.")
    private boolean verbose;

    @Option(names = "--parse-errors", hidden = true)
    private boolean parseErrors;

    @Mixin
    private SouffleOptions souffle = new SouffleOptions();

    DatalogCommand(Console console, QueryResources resources) {
        this.console = console;
        this.resources = resources;
    }

    @Override
    public Integer call() {
        souffle.check();
        if (!facts.toString().isEmpty() && !Files.isDirectory(facts)) {
            throw new PadlogException(ExitStatus.USAGE, "-F " + facts + ": no such folder");
        }
        Datalog datalog = new Datalog(resources, options(), console::note);
        if (parseErrors || !show.isEmpty()) {
            // The errors of the syntax are an answer of their own, as Soufflé has it.
            List<Datalog.View> views = parseErrors || show.contains(Datalog.View.PARSE_ERRORS.id())
                    ? List.of(Datalog.View.PARSE_ERRORS)
                    : show.stream().map(DatalogCommand::view).toList();
            String text = views.stream().map(view -> datalog.shown(program, view)).collect(Collectors.joining());
            console.result(Optional.empty(), out -> out.write(text));
            return ExitStatus.CLEAN.code();
        }
        datalog.run(datalog.check(program), System.in, console.out());
        return ExitStatus.CLEAN.code();
    }

    private static Datalog.View view(String name) {
        return Arrays.stream(Datalog.View.values())
                .filter(view -> view.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new PadlogException(ExitStatus.USAGE, "--show " + name + " is not supported" + WITHOUT.getOrDefault(name, "") + "; there are "
                        + Arrays.stream(Datalog.View.values()).map(Datalog.View::id).collect(Collectors.joining(", "))));
    }

    private Datalog.Options options() {
        List<String> defined = new ArrayList<>();
        for (String several : macros) {
            for (String macro : several.strip().split("\\s+")) {
                defined.add(macro.startsWith("-D") ? macro.substring(2) : macro);
            }
        }
        Optional<Path> folder = results.equals("-") ? Optional.empty() : Optional.of(Path.of(results));
        return new Datalog.Options(facts, folder, includes, defined, threads(), !quiet, souffle.unwarned(), deadline(),
                EngineOptions.checkedRows(maxRows));
    }

    private int threads() {
        if (threads.equals("auto")) {
            return Runtime.getRuntime().availableProcessors();
        }
        try {
            return EngineOptions.checkedThreads(Integer.parseInt(threads));
        } catch (NumberFormatException e) {
            throw new PadlogException(ExitStatus.USAGE, "-j " + threads + ": wants a number of threads, or auto", e);
        }
    }

    private Deadline deadline() {
        if (timeout < 0) {
            throw new PadlogException(ExitStatus.USAGE, "--timeout " + timeout + ": wants a number of seconds above 0");
        }
        return Deadline.in(Optional.of(timeout).filter(seconds -> seconds > 0).map(Duration::ofSeconds));
    }
}
