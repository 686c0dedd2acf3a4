package io.padlog.run.cli;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.job.Wiring;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The {@code padlog} command. */
public final class Main {
    private static final String DEBUG = "PADLOG_DEBUG";
    private static final int HELP_WIDTH = 100;
    private static final Set<String> TELL_OF_ALL = Set.of("completion", "man");

    private final Console console;
    private final Wiring wiring;
    private final Map<String, String> environment;

    Main(Console console, Wiring wiring, Map<String, String> environment) {
        this.console = console;
        this.wiring = wiring;
        this.environment = Map.copyOf(environment);
    }

    public static void main(String[] args) {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Console console = new Console(new FileOutputStream(FileDescriptor.out), err);
        Map<String, String> environment = SystemTerminal.told(System.getenv());
        System.exit(new Main(console, Wiring.installed(environment), environment).run(List.of(args)));
    }

    /** Runs a command line and gives its exit status. */
    int run(List<String> args) {
        try {
            CommandLine commands = commands(args);
            List<String> all = ConfiguredOptions.added(QueryCommand.withArguments(args), commands);
            int status = commands.execute(all.toArray(String[]::new));
            if (isVerbose(commands.getParseResult())) {
                console.note(PeakMemory.told());
            }
            return status;
        } catch (PadlogException e) {
            return failed(e, args);
        } catch (Error e) {
            return failed(e, args);
        }
    }

    /** @param parsed null where the arguments are wrong */
    private static boolean isVerbose(CommandLine.ParseResult parsed) {
        return Optional.ofNullable(parsed)
                .flatMap(all -> Optional.ofNullable(all.subcommand()))
                .map(command -> command.hasMatchedOption("--verbose"))
                .orElse(false);
    }

    private CommandLine commands(List<String> args) {
        QueryResources resources = QueryResources.installed();
        Terminal terminal = Terminal.of(environment);
        CommandLine commands = new CommandLine(new PadlogCommand());
        Map<String, Supplier<Object>> known = new LinkedHashMap<>();
        known.put("check", () -> new CheckCommand(console, terminal, wiring, resources));
        known.put("extract", () -> new ExtractCommand(console, terminal, wiring, resources));
        known.put("query", () -> new QueryCommand(console, terminal, wiring, resources));
        known.put("shell", () -> new ShellCommand(console, terminal, wiring, resources));
        known.put("graph", () -> new GraphCommand(console, terminal, wiring, resources));
        known.put("datalog", () -> new DatalogCommand(console, resources));
        known.put("rules", () -> new RulesCommand(console, resources));
        known.put("schema", () -> new SchemaCommand(console, resources));
        known.put("export", () -> new ExportCommand(console, resources));
        known.put("init", () -> new InitCommand(console));
        known.put("completion", () -> new CompletionCommand(console));
        known.put("man", () -> new ManCommand(console));
        known.put("doctor", () -> new DoctorCommand(console, wiring, resources));
        // Each costs time to describe, and most runs want one; those that tell of the others want all.
        boolean one = !args.isEmpty() && known.containsKey(args.get(0)) && !TELL_OF_ALL.contains(args.get(0));
        (one ? Set.of(args.get(0)) : known.keySet()).forEach(name -> commands.addSubcommand(known.get(name).get()));
        commands.getCommandSpec().versionProvider(new Version(wiring));
        uniform(commands);
        commands.getSubcommands().values().forEach(Main::uniform);
        commands.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(console.err(), true));
        commands.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setParameterExceptionHandler((problem, typed) -> {
            String command = problem.getCommandLine().getCommandSpec().qualifiedName();
            console.note(complaint(problem) + "; see '" + command + " --help'");
            return ExitStatus.USAGE.code();
        });
        commands.setExecutionExceptionHandler((problem, command, parsed) -> failed(problem, parsed.originalArgs()));
        return commands;
    }

    private static String complaint(CommandLine.ParameterException problem) {
        if (problem instanceof CommandLine.UnmatchedArgumentException unmatched && !unmatched.getSuggestions().isEmpty()) {
            return "unknown argument '" + unmatched.getUnmatched().get(0) + "' (did you mean '"
                    + unmatched.getSuggestions().get(0).split(" ")[0] + "'?)";
        }
        return problem.getMessage().lines().findFirst().orElse("wrong usage");
    }

    private static void uniform(CommandLine command) {
        command.getCommandSpec()
                .mixinStandardHelpOptions(false)
                .usageMessage()
                .width(HELP_WIDTH)
                .sortOptions(false)
                .abbreviateSynopsis(true);
        command.getCommandSpec().addOption(CommandLine.Model.OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build());
    }

    private int failed(Throwable problem, List<String> args) {
        if (problem instanceof PadlogException told) {
            console.note(told.getMessage());
            if (debugging()) {
                told.printStackTrace(console.err());
            }
            return told.status().code();
        }
        // A worker's comes wrapped.
        if (Stream.iterate(problem, Objects::nonNull, Throwable::getCause).anyMatch(OutOfMemoryError.class::isInstance)) {
            console.note("out of memory with " + PeakMemory.allowed()
                    + " MiB of heap; give more: PADLOG_JAVA_OPTS=-Xmx8g, or name fewer folders");
            return ExitStatus.INCOMPLETE.code();
        }
        boolean trace = debugging() || args.contains("-v") || args.contains("--verbose");
        console.note("bug in padlog: " + problem + (trace ? "" : "; please report it with what '-v' adds to this"));
        if (trace) {
            problem.printStackTrace(console.err());
        }
        return ExitStatus.BUG.code();
    }

    private boolean debugging() {
        return environment.containsKey(DEBUG);
    }
}
