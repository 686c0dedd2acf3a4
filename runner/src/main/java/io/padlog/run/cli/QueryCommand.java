package io.padlog.run.cli;

import io.padlog.extract.facts.Facts;
import io.padlog.extract.facts.Symbols;
import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.catalog.NamedQuery;
import io.padlog.run.catalog.QueryIncludes;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.engine.DatalogEngine;
import io.padlog.run.engine.EngineResult;
import io.padlog.run.job.Deadline;
import io.padlog.run.job.Query;
import io.padlog.run.job.Wiring;
import io.padlog.run.report.CsvRelation;
import io.padlog.run.report.QuestionText;
import io.padlog.run.report.RelationWriter;
import io.padlog.run.report.TableRelation;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code padlog query}: ad hoc questions. */
@Command(
        name = "query",
        customSynopsis = {
            "padlog query [OPTIONS] FILE.dl (--facts DIR | PATH...)",
            "       padlog query [OPTIONS] NAME (--facts DIR | PATH...) [-- VALUE...]",
            "       padlog query [OPTIONS] -e TEXT (--facts DIR | PATH...)"
        },
        description = "Evaluate a Datalog program over facts or straight over driver sources, and print its answer.",
        footerHeading = "%nWith -e the schema and the library are included, and short forms are allowed:%n",
        footer = {
            "  'call(n, f, \"KeBugCheck\"), function(f, _, name, _, _)'   a body: its variables are the columns",
            "  'answer(name) :- function(f, _, name, _, _), entry(f, _)'  new relations need no .decl",
            "  A leading _ keeps a variable out of the answer. Without .output, all that is defined is printed.",
            "",
            "A NAME is one of the questions that 'padlog query --list' lists; its parameters follow after --.",
            "",
            "Examples:",
            "  padlog query callers_of drivers/ringbuf -- WdfSpinLockAcquire",
            "  padlog query -e 'call(n, _, \"WdfSpinLockAcquire\"), located(n, file, line, _)' drivers/ringbuf"
        },
        exitCodeListHeading = Statuses.HEADING,
        exitCodeList = {Statuses.DONE, Statuses.USAGE, Statuses.STOPPED, Statuses.ENGINE, Statuses.BUG})
final class QueryCommand implements Callable<Integer> {
    private final Console console;
    private final Terminal terminal;
    private final Wiring wiring;
    private final QueryResources installed;

    @Parameters(paramLabel = "FILE.dl | NAME | PATH",
            description = "The program or the question, unless -e gives it; then folders and files to read.")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "-e", paramLabel = "TEXT", description = "The program itself.")
    private Optional<String> text = Optional.empty();

    @Option(names = "--list", description = "List the questions that can be asked by name.")
    private boolean list;

    @Option(names = "--argument", paramLabel = "VALUE", description = "For a parameter of NAME; as what follows after --.")
    private List<String> arguments = new ArrayList<>();

    @Mixin
    private FactSource facts = new FactSource();

    @Option(names = "--explain", paramLabel = "ROW",
            description = "Show how a row is derived instead, as in 'answer(\"main\", _)': its rule, the values of the rule's "
                    + "variables, and below it the rows that it was derived from.")
    private Optional<String> explained = Optional.empty();

    @ArgGroup(validate = false, heading = "%nInput:%n", order = 1)
    private ExtractionOptions input = new ExtractionOptions();

    @ArgGroup(validate = false, heading = PairOptions.HEADING, order = 2)
    private PairOptions pairs = new PairOptions();

    @ArgGroup(validate = false, heading = "%nEngine:%n", order = 3)
    private EngineOptions engine = new EngineOptions();

    @ArgGroup(validate = false, heading = "%nOutput:%n", order = 4)
    private OutputOptions output = new OutputOptions();

    @Mixin
    private Verbosity verbosity;

    QueryCommand(Console console, Terminal terminal, Wiring wiring, QueryResources installed) {
        this.console = console;
        this.terminal = terminal;
        this.wiring = wiring;
        this.installed = installed;
    }

    /** The formats of {@code --format}. */
    enum Format { TABLE, CSV }

    /** Where the answer goes. */
    static final class OutputOptions {
        @Option(names = "--format", paramLabel = "NAME", description = "table or csv. Default: table.")
        private Format format = Format.TABLE;

        @Option(names = "--relation", paramLabel = "NAME", description = "Print this relation only.")
        private Optional<String> relation = Optional.empty();

        @Option(names = {"-o", "--output"}, paramLabel = "FILE",
                description = "Write the answer to FILE. Default: standard output.")
        private Optional<Path> file = Optional.empty();
    }

    @Override
    public Integer call() {
        if (list) {
            console.result(Optional.empty(), out -> QuestionText.list(NamedQuery.all(installed), out));
            return ExitStatus.CLEAN.code();
        }
        if (text.isEmpty() && paths.isEmpty()) {
            throw new PadlogException(ExitStatus.USAGE, "no query; name a .dl file, or give its text with -e");
        }
        List<Path> sources = text.isPresent() ? paths : paths.subList(1, paths.size());
        DatalogEngine chosen = engine.chosen(wiring, console, verbosity, warning -> !verbosity.quiet() && !warning.startsWith(QueryIncludes.OWN));
        QueryResources resources = pairs.addedTo(installed);
        Query query = new Query(chosen, resources);
        Optional<NamedQuery> named = text.isPresent() || isFile(paths.get(0)) ? Optional.empty()
                : Optional.of(NamedQuery.existing(paths.get(0).toString(), resources));
        if (named.isPresent()) {
            // A wrong number of values is told before the work begins.
            named.get().program(arguments);
        } else if (!arguments.isEmpty()) {
            throw new PadlogException(ExitStatus.USAGE, "only a named question takes values after '--'");
        }
        Deadline deadline = engine.deadline();
        Optional<Path> files = chosen.readsFactFiles() && explained.isEmpty() ? facts.files(sources, resources) : Optional.empty();
        Query.Options options = new Query.Options(engine.threads(), deadline, files);
        Facts rows = files.isPresent() ? new Facts(new Symbols(), Map.of())
                : rows(sources, deadline, resources);
        if (explained.isPresent()) {
            List<String> lines = text.isPresent() ? query.explainText(text.get(), explained.get(), rows, options)
                    : named.isPresent() ? query.explainNamed(named.get(), arguments, explained.get(), rows, options)
                    : query.explainFile(paths.get(0), explained.get(), rows, options);
            console.result(output.file, out -> out.write(String.join("\n", lines) + "\n"));
            return ExitStatus.CLEAN.code();
        }
        EngineResult result = text.isPresent() ? query.text(text.get(), rows, options)
                : named.isPresent() ? query.named(named.get(), arguments, rows, options)
                : query.file(paths.get(0), rows, options);
        write(result);
        return ExitStatus.CLEAN.code();
    }

    private Facts rows(List<Path> sources, Deadline deadline, QueryResources resources) {
        try (Progress progress = Progress.of(console, terminal, verbosity)) {
            return facts.read(sources, input.options(engine.threads(), resources, progress), deadline, wiring, resources);
        }
    }

    private static boolean isFile(Path path) {
        return path.toString().endsWith(".dl") || path.getNameCount() > 1;
    }

    /** What follows after {@code --} as options, since it is no path. */
    static List<String> withArguments(List<String> args) {
        int end = args.indexOf("--");
        if (end < 0 || !args.get(0).equals("query")) {
            return args;
        }
        List<String> all = new ArrayList<>(args.subList(0, end));
        args.subList(end + 1, args.size()).forEach(value -> all.add("--argument=" + value));
        return all;
    }

    private void write(EngineResult result) {
        List<EngineResult.Relation> relations = chosen(result);
        switch (output.format) {
            case TABLE -> console.result(output.file, out -> {
                for (EngineResult.Relation relation : relations) {
                    titled(relation, relations.size() > 1, result, out);
                }
                for (String line : result.printed()) {
                    out.write(line + "\n");
                }
            });
            case CSV -> {
                if (relations.size() > 1) {
                    throw new PadlogException(ExitStatus.USAGE, "the query prints several relations ("
                            + String.join(", ", relations.stream().map(EngineResult.Relation::name).toList())
                            + "), a CSV file holds one; choose with --relation NAME");
                }
                RelationWriter csv = new CsvRelation();
                console.result(output.file, out -> {
                    for (EngineResult.Relation relation : relations) {
                        csv.write(relation, result.symbols(), out);
                    }
                });
                result.printed().forEach(console::note);
            }
        }
    }

    private static void titled(EngineResult.Relation relation, boolean title, EngineResult result, Writer out)
            throws IOException {
        if (title) {
            out.write(relation.name() + ":\n");
        }
        new TableRelation().write(relation, result.symbols(), out);
        if (title) {
            out.write("\n");
        }
    }

    private List<EngineResult.Relation> chosen(EngineResult result) {
        if (output.relation.isEmpty()) {
            return List.copyOf(result.relations().values());
        }
        String name = output.relation.get();
        if (!result.relations().containsKey(name)) {
            throw new PadlogException(ExitStatus.USAGE, "--relation " + name + ": the query prints "
                    + (result.relations().isEmpty() ? "none" : String.join(", ", result.relations().keySet())));
        }
        return List.of(result.relations().get(name));
    }
}
