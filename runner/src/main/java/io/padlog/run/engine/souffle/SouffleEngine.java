package io.padlog.run.engine.souffle;

import io.padlog.extract.facts.Symbols;
import io.padlog.extract.facts.Table;
import io.padlog.run.ExitStatus;
import io.padlog.run.IoReason;
import io.padlog.run.PadlogException;
import io.padlog.run.datalog.Problem;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.datalog.check.Checker;
import io.padlog.run.datalog.parse.Parsed;
import io.padlog.run.datalog.parse.Parser;
import io.padlog.run.engine.DatalogEngine;
import io.padlog.run.engine.EngineRequest;
import io.padlog.run.engine.EngineResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The real Soufflé, as a process: of its interpreter, or of a program that it compiles. It needs version 2.3. */
public final class SouffleEngine implements DatalogEngine {
    private static final int OLDEST_MINOR = 3;
    private static final Duration VERSION_TIMEOUT = Duration.ofSeconds(30);
    private static final long NEARLY_FULL = 1 << 16;

    private final Path executable;
    private final String version;
    private final boolean hasNoPreprocessor;
    private final Consumer<String> warnings;
    private final Optional<CompiledPrograms> compiled;

    private SouffleEngine(Path executable, String version, boolean hasNoPreprocessor, Consumer<String> warnings,
            Optional<CompiledPrograms> compiled) {
        this.executable = executable;
        this.version = version;
        this.hasNoPreprocessor = hasNoPreprocessor;
        this.warnings = warnings;
        this.compiled = compiled;
    }

    /** The same, but programs are compiled, and kept in the user's cache by their content. */
    public SouffleEngine compiling(Map<String, String> environment) {
        return compilingInto(CompiledPrograms.folder(environment));
    }

    SouffleEngine compilingInto(Path cache) {
        return new SouffleEngine(
                executable, version, hasNoPreprocessor, warnings, Optional.of(new CompiledPrograms(cache)));
    }

    /**
     * Finds Soufflé: the path given, then the environment's PADLOG_SOUFFLE, then its search path.
     *
     * @param warnings gets what Soufflé says of a program that it nevertheless ran, line by line
     * @return empty if there is none
     * @throws PadlogException ENGINE if one is named that is missing, does not start, or is older than 2.3
     */
    public static Optional<SouffleEngine> find(
            Optional<Path> explicit, Map<String, String> environment, Consumer<String> warnings) {
        return Installation.find(explicit, environment).map(path -> open(path, warnings));
    }

    /** The same, where there must be one. */
    public static SouffleEngine require(
            Optional<Path> explicit, Map<String, String> environment, Consumer<String> warnings) {
        return find(explicit, environment, warnings).orElseThrow(() -> new PadlogException(
                ExitStatus.ENGINE,
                "Soufflé is not on the search path; install it, name it in PADLOG_SOUFFLE, or use --engine embedded"));
    }

    private static SouffleEngine open(Path executable, Consumer<String> warnings) {
        Path folder = executable.getParent();
        // The help ends with the version, and tells whether an option exists that old versions lack.
        Run run = Run.of(executable, List.of("--help"), folder, Optional.of(VERSION_TIMEOUT));
        String text = run.output() + run.errors();
        int at = text.indexOf("Version: ");
        String version = at < 0 ? "" : text.substring(at + "Version: ".length()).split("\\s", 2)[0];
        String[] parts = version.split("\\.");
        try {
            int major = Integer.parseInt(parts[0]);
            int minor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
            if (major < 2 || major == 2 && minor < OLDEST_MINOR) {
                throw new PadlogException(ExitStatus.ENGINE, executable + " is Soufflé " + version + "; 2." + OLDEST_MINOR
                        + " or newer is needed, or use --engine embedded");
            }
        } catch (NumberFormatException e) {
            throw new PadlogException(
                    ExitStatus.ENGINE, executable + " does not say which version of Soufflé it is; use --engine embedded", e);
        }
        return new SouffleEngine(executable, version, text.contains("--no-preprocessor"), warnings, Optional.empty());
    }

    @Override
    public String describe() {
        return "Soufflé " + version + (compiled.isPresent() ? ", compiled" : "");
    }

    @Override
    public boolean readsFactFiles() {
        return true;
    }

    @Override
    public EngineResult run(EngineRequest request) {
        Parsed parsed = checked(request.program());
        Task task = Task.of(parsed.program(), request);
        try (Workspace workspace = new Workspace()) {
            handOver(workspace, task, request);
            Run run = run(workspace, task, request);
            Messages messages = messages(run, task);
            if (run.status() != 0) {
                throw failure(run, messages, workspace);
            }
            if (workspace.usableSpace() < NEARLY_FULL) {
                throw full(workspace);
            }
            messages.problems().forEach(problem -> warnings.accept(problem.toString()));
            messages.others().forEach(warnings);
            return result(workspace, task, run);
        } catch (IOException e) {
            throw new PadlogException(ExitStatus.ENGINE, "cannot exchange files with Soufflé: " + IoReason.of(e), e);
        }
    }

    /** What our own checks find is told in their words, as with any engine; but what only we cannot do, Soufflé may. */
    private static Parsed checked(ProgramSource program) {
        Parsed parsed = Parser.parse(program);
        List<Problem> problems = new ArrayList<>(parsed.problems());
        if (problems.stream().noneMatch(Problem::isError)) {
            problems.addAll(Checker.check(parsed.program()).problems());
        }
        List<Problem> errors = problems.stream()
                .filter(problem -> problem.isError() && !problem.message().contains(" not supported"))
                .toList();
        if (!errors.isEmpty()) {
            throw new PadlogException(ExitStatus.USAGE, joined(errors));
        }
        return parsed;
    }

    private Messages messages(Run run, Task task) {
        return new Messages(run.errors(), Workspace.PROGRAM, task.printed().lines());
    }

    private Run run(Workspace workspace, Task task, EngineRequest request) throws IOException {
        List<String> options = hasNoPreprocessor ? List.of("--no-preprocessor") : List.of();
        List<String> arguments = new ArrayList<>(List.of(
                "-F", workspace.facts().toString(),
                "-D", workspace.results().toString(),
                "-j", Integer.toString(request.threads())));
        if (compiled.isEmpty()) {
            arguments.addAll(0, options);
            arguments.add(workspace.program().toString());
            return Run.of(executable, arguments, workspace.folder(), request.timeout());
        }
        long begin = System.nanoTime();
        Path program = compiled.get().executable(task.printed().text(), version);
        if (!Files.isExecutable(program)) {
            Run run = compiled.get().compile(executable, options, workspace.program(), program, request.timeout());
            Messages messages = messages(run, task);
            if (run.status() != 0) {
                boolean wrong = messages.problems().stream().anyMatch(Problem::isError);
                throw wrong ? failure(run, messages, workspace) : new PadlogException(ExitStatus.ENGINE, "Soufflé could not"
                        + " compile the program; is a C++ compiler installed? Use --souffle-mode interpreter otherwise:\n"
                        + String.join("\n", messages.others()));
            }
            messages.problems().forEach(problem -> warnings.accept(problem.toString()));
        }
        Duration spent = Duration.ofNanos(System.nanoTime() - begin);
        Optional<Duration> left = request.timeout().map(limit -> limit.compareTo(spent) > 0 ? limit.minus(spent) : Duration.ofMillis(1));
        return Run.of(program, arguments, workspace.folder(), left);
    }

    private static void handOver(Workspace workspace, Task task, EngineRequest request) throws IOException {
        try {
            prepare(workspace, task, request);
        } catch (IOException e) {
            // Each system has words of its own for it.
            if (workspace.usableSpace() < NEARLY_FULL) {
                throw full(workspace);
            }
            throw e;
        }
    }

    private static void prepare(Workspace workspace, Task task, EngineRequest request) throws IOException {
        Files.writeString(workspace.program(), task.printed().text(), StandardCharsets.UTF_8);
        for (Task.Exchange input : task.inputs()) {
            if (link(workspace, input, request)) {
                continue;
            }
            Table none = new Table(input.columns().size());
            Table rows = request.facts().tables().getOrDefault(input.relation(), none);
            if (rows.arity() != input.columns().size()) {
                throw new PadlogException(ExitStatus.USAGE, "relation '" + input.relation() + "' has " + input.columns().size()
                        + " columns in the program, and " + rows.arity() + " in the facts");
            }
            FactFiles.write(
                    workspace.facts().resolve(input.file()), input.columns(), rows, request.facts().symbols());
        }
    }

    /** Lets Soufflé read a file where it lies. */
    private static boolean link(Workspace workspace, Task.Exchange input, EngineRequest request) throws IOException {
        Optional<Path> file = input.file(request);
        if (file.isEmpty()) {
            return false;
        }
        Path link = workspace.facts().resolve(input.file());
        try {
            Files.createSymbolicLink(link, file.get().toAbsolutePath());
        } catch (IOException | UnsupportedOperationException e) {
            // Windows gives links to administrators only.
            Files.copy(file.get(), link);
        }
        return true;
    }

    private static EngineResult result(Workspace workspace, Task task, Run run) throws IOException {
        Symbols symbols = new Symbols();
        Map<String, EngineResult.Relation> relations = new LinkedHashMap<>();
        for (Task.Exchange output : task.outputs()) {
            Table rows = FactFiles.read(workspace.results().resolve(output.file()), output.columns(), symbols);
            List<EngineResult.Column> columns = output.columns().stream()
                    .map(column -> new EngineResult.Column(column.name(), column.type(), FactFiles.resultKind(column.kind())))
                    .toList();
            relations.put(output.relation(), new EngineResult.Relation(
                    output.relation(), columns, FactFiles.sorted(rows, output.columns(), symbols)));
        }
        List<String> printed = run.output().isEmpty() ? List.of() : run.output().lines().toList();
        return new EngineResult(symbols, relations, printed);
    }

    private PadlogException failure(Run run, Messages messages, Workspace workspace) {
        List<Problem> errors = messages.problems().stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            return new PadlogException(ExitStatus.USAGE, joined(errors));
        }
        String said = messages.others().isEmpty() ? "" : ":\n" + String.join("\n", messages.others());
        if (run.errors().contains("No space left on device") || workspace.usableSpace() < NEARLY_FULL) {
            return full(workspace);
        }
        return new PadlogException(ExitStatus.ENGINE, switch (run.status()) {
            case 128 + 9 -> "Soufflé was killed, most likely because memory ran out; give it fewer threads or fewer facts" + said;
            case 128 + 6, 128 + 11 -> "Soufflé crashed with signal " + (run.status() - 128) + "; use --engine embedded" + said;
            default -> run.status() > 128 && run.status() < 160 ? "Soufflé was ended by signal " + (run.status() - 128) + said
                    : "Soufflé failed with exit status " + run.status() + said;
        });
    }

    private static PadlogException full(Workspace workspace) {
        return new PadlogException(ExitStatus.ENGINE, "the disk is full, so that results may be missing: make room in "
                + workspace.folder().getParent() + ", or set java.io.tmpdir to another folder");
    }

    private static String joined(List<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
}
