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
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
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
            "Not supported: functors in C++ (-l, -L), provenance (-t; see 'padlog query --explain'), C++ output (-o, -g),",
            "profiles (-p)."
        },
        exitCodeListHeading = Statuses.HEADING,
        exitCodeList = {Statuses.DONE, Statuses.USAGE, Statuses.STOPPED, Statuses.ENGINE, Statuses.BUG})
final class DatalogCommand implements Callable<Integer> {
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
            description = "Tell of the program instead of running it: initial-ast, parse-errors, precedence-graph-text or "
                    + "scc-graph-text, or several of them.")
    private List<String> show = new ArrayList<>();

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "Stop after this long. Default: no limit.")
    private int timeout;

    @Option(names = "--max-rows", paramLabel = "N",
            description = "Stop at about N rows in all. Default: " + EngineChoice.MAX_ROWS + ".")
    private long maxRows = EngineChoice.MAX_ROWS;

    @Option(names = {"-v", "--verbose"}, description = "Say how much memory it took.")
    private boolean verbose;

    @Option(names = {"-c", "--compile", "-C", "--compile-many"}, hidden = true)
    private boolean compiled;

    @Option(names = {"-m", "--magic-transform", "-P", "--pragma", "-z", "--disable-transformers",
            "-a", "--auto-schedule", "-W", "--warn", "--wno", "--preprocessor"}, hidden = true)
    private List<String> tuning = new ArrayList<>();

    @Option(names = {"-o", "--dl-program", "-g", "--generate", "-G", "--generate-many", "-s", "--swig", "-t", "--provenance",
            "-l", "--libraries", "-L", "--library-dir", "-p", "--profile"}, hidden = true, arity = "0..1", fallbackValue = "")
    private Optional<String> unsupported = Optional.empty();

    DatalogCommand(Console console, QueryResources resources) {
        this.console = console;
        this.resources = resources;
    }

    @Override
    public Integer call() {
        if (unsupported.isPresent()) {
            throw new PadlogException(ExitStatus.USAGE, "C++ code, functors in C++, profiles and provenance are not supported; run souffle itself");
        }
        if (!facts.toString().isEmpty() && !Files.isDirectory(facts)) {
            throw new PadlogException(ExitStatus.USAGE, "-F " + facts + ": no such folder");
        }
        Datalog datalog = new Datalog(resources, options(), console::note);
        if (!show.isEmpty()) {
            List<Datalog.View> views = show.stream().map(DatalogCommand::view).toList();
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
                .orElseThrow(() -> new PadlogException(ExitStatus.USAGE, "--show " + name + " is not supported; there are "
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
        return new Datalog.Options(facts, folder, includes, defined, threads(), !quiet, deadline(),
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
