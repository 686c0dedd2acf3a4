package io.padlog.run.job;

import io.padlog.extract.facts.Facts;
import io.padlog.extract.facts.Symbols;
import io.padlog.extract.facts.Table;
import io.padlog.run.ExitStatus;
import io.padlog.run.IoReason;
import io.padlog.run.PadlogException;
import io.padlog.run.catalog.QueryIncludes;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.datalog.Problem;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.datalog.Warning;
import io.padlog.run.datalog.check.Checked;
import io.padlog.run.datalog.check.Checker;
import io.padlog.run.datalog.parse.Parsed;
import io.padlog.run.datalog.parse.Parser;
import io.padlog.run.datalog.print.CheckedItems;
import io.padlog.run.datalog.print.Printer;
import io.padlog.run.datalog.program.CheckedProgram;
import io.padlog.run.datalog.program.Stratum;
import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.engine.EngineRequest;
import io.padlog.run.engine.embedded.EmbeddedEngine;
import io.padlog.run.engine.embedded.Results;
import io.padlog.run.engine.files.FactReader;
import io.padlog.run.engine.files.ResultWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Runs a program of Soufflé's with its own facts and outputs, as Soufflé would. */
public final class Datalog {
    private final QueryResources resources;
    private final Options options;
    private final Consumer<String> notes;

    /**
     * @param resources padlog's own library, which programs may include
     * @param notes gets warnings
     */
    public Datalog(QueryResources resources, Options options, Consumer<String> notes) {
        this.resources = resources;
        this.options = options;
        this.notes = notes;
    }

    /**
     * How to run.
     *
     * @param facts where files of facts lie
     * @param results where results go; empty for standard output
     * @param includes more folders for {@code .include}
     * @param macros for the preprocessor, each {@code NAME} or {@code NAME=VALUE}
     * @param warns whether warnings are told, and a missing file of facts is an error
     * @param unwarned names of warnings that are not told
     * @param maxRows how many rows the relations may have together, roughly, before it is given up
     */
    public record Options(
            Path facts, Optional<Path> results, List<Path> includes, List<String> macros, int threads, boolean warns,
            Set<String> unwarned, Deadline deadline, long maxRows) {
        /** @throws PadlogException USAGE if there is no such warning */
        public Options {
            includes = List.copyOf(includes);
            macros = List.copyOf(macros);
            unwarned = Set.copyOf(unwarned);
            for (String warning : unwarned) {
                if (Warning.of(warning).isEmpty()) {
                    throw new PadlogException(ExitStatus.USAGE, "there is no warning '" + warning + "'; there are "
                            + String.join(", ", warningNames()));
                }
            }
        }
    }

    /** What kinds of warnings there are. */
    public static List<String> warningNames() {
        return Arrays.stream(Warning.values()).map(Warning::id).toList();
    }

    private boolean isTold(Problem problem) {
        return !problem.isError() && problem.warning().map(Warning::id).filter(options.unwarned()::contains).isEmpty();
    }

    /**
     * Reads and checks a program; warnings go to the notes.
     *
     * @throws PadlogException USAGE if it cannot be read, or has errors: each with its place and an excerpt
     */
    public CheckedProgram check(Path file) {
        Parsed parsed = parsed(file);
        List<Problem> problems = new ArrayList<>(parsed.problems());
        Optional<CheckedProgram> program = Optional.empty();
        if (problems.stream().noneMatch(Problem::isError)) {
            Checked checked = Checker.check(parsed.program());
            problems.addAll(checked.problems());
            problems.sort(Problem.BY_PLACE);
            program = checked.program();
        }
        Excerpts excerpts = new Excerpts(parsed.sources());
        if (options.warns()) {
            problems.stream().filter(this::isTold).map(excerpts::show).forEach(notes);
        }
        return program.orElseThrow(() -> new PadlogException(
                ExitStatus.USAGE, excerpts.show(problems.stream().filter(Problem::isError).toList())));
    }

    private Parsed parsed(Path file) {
        String text;
        try {
            text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new PadlogException(ExitStatus.USAGE, file + ": cannot be read: " + IoReason.of(e), e);
        }
        ProgramSource.Includes includes =
                new DatalogIncludes(options.includes(), new QueryIncludes(resources, file.getFileSystem()));
        return Parser.parse(new ProgramSource(file.toString(), text, includes, options.macros()));
    }

    /** What can be told of a program instead of running it. */
    public enum View {
        /** the program as it was understood, includes and macros in their places */
        INITIAL_AST,
        /** nothing but the errors of its syntax */
        PARSE_ERRORS,
        PRECEDENCE_GRAPH_TEXT,
        PRECEDENCE_GRAPH,
        SCC_GRAPH_TEXT,
        SCC_GRAPH,
        /** the program as it runs: padlog's own transformations, not Soufflé's */
        TRANSFORMED_AST,
        /** padlog's plan of it, for want of Soufflé's machine */
        TRANSFORMED_RAM;

        /** As Soufflé calls it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @throws PadlogException as {@link #check} does, but for the first views only for errors of the syntax */
    public String shown(Path file, View view) {
        return switch (view) {
            case INITIAL_AST -> Printer.print(wellFormed(file).program().items()).text();
            case PARSE_ERRORS -> {
                wellFormed(file);
                yield "";
            }
            case PRECEDENCE_GRAPH_TEXT -> ProgramGraphs.relations(check(file)) + "\n";
            case PRECEDENCE_GRAPH -> html(view, ProgramGraphs.relations(check(file)) + "\n");
            case SCC_GRAPH_TEXT -> ProgramGraphs.strata(check(file));
            case SCC_GRAPH -> html(view, ProgramGraphs.strata(check(file)).stripTrailing());
            case TRANSFORMED_AST -> {
                CheckedProgram program = check(file);
                yield Printer.print(CheckedItems.of(EmbeddedEngine.transformed(program, roots(program)))).text();
            }
            case TRANSFORMED_RAM -> {
                CheckedProgram program = check(file);
                yield EmbeddedEngine.plan(program, roots(program));
            }
        };
    }

    /** The graph as a part of a page, as Soufflé writes it where there is no Graphviz. */
    private static String html(View view, String graph) {
        return "<div class='" + view.id() + "-source'>\n<pre>" + graph + "</pre>\n</div>\n\n";
    }

    private static Set<String> roots(CheckedProgram program) {
        return program.directives().stream().filter(Datalog::isWritten).map(Item.Directive::relation).collect(Collectors.toSet());
    }

    private static boolean isWritten(Item.Directive directive) {
        return directive.verb() == Item.Verb.OUTPUT || directive.verb() == Item.Verb.PRINTSIZE;
    }

    private Parsed wellFormed(Path file) {
        Parsed parsed = parsed(file);
        List<Problem> errors = parsed.problems().stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            throw new PadlogException(ExitStatus.USAGE, new Excerpts(parsed.sources()).show(errors));
        }
        return parsed;
    }

    /**
     * Runs a program in this JVM.
     *
     * @param input what {@code IO=stdin} reads
     * @param output what {@code IO=stdout} writes
     * @throws PadlogException as {@link io.padlog.run.engine.DatalogEngine#run} does, and USAGE for files
     */
    public void run(CheckedProgram program, InputStream input, OutputStream output) {
        List<Item.Directive> writes = new ArrayList<>();
        Set<String> roots = new LinkedHashSet<>();
        for (Stratum stratum : program.strata()) {
            for (Item.Directive directive : program.directives()) {
                if (isWritten(directive) && stratum.relations().contains(directive.relation())) {
                    ResultWriter.check(program, directive, options.results().isEmpty());
                    writes.add(directive);
                    roots.add(directive.relation());
                }
            }
        }
        Facts facts = facts(program, EmbeddedEngine.needed(program, roots), input);
        ProgramSource none = new ProgramSource("", "", (path, from) -> Optional.empty());
        EngineRequest request = new EngineRequest(
                none, facts, List.copyOf(roots), options.threads(), options.deadline().left());
        Results results = new EmbeddedEngine(options.maxRows()).compute(request, program, roots);
        createFolder();
        ResultWriter writer = new ResultWriter(
                program, results, options.results().orElse(Path.of("")), options.results().isEmpty(), output);
        writes.forEach(writer::write);
    }

    private Facts facts(CheckedProgram program, Set<String> needed, InputStream input) {
        FactReader reader = new FactReader(program, options.facts(), input, !options.warns());
        Symbols symbols = new Symbols();
        Map<String, Table> tables = new LinkedHashMap<>();
        for (Item.Directive directive : program.directives()) {
            if (directive.verb() == Item.Verb.INPUT && needed.contains(directive.relation())) {
                int arity = program.relations().get(directive.relation()).arity();
                Table table = tables.computeIfAbsent(directive.relation(), name -> new Table(arity));
                reader.read(directive, symbols, table);
                options.deadline().left();
            }
        }
        tables.values().forEach(Table::trim);
        return new Facts(symbols, new HashMap<>(tables));
    }

    private void createFolder() {
        options.results().ifPresent(folder -> {
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new PadlogException(ExitStatus.USAGE, folder + ": cannot be made: " + IoReason.of(e), e);
            }
        });
    }
}
