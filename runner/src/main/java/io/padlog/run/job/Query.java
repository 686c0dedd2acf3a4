package io.padlog.run.job;

import io.padlog.extract.facts.Facts;
import io.padlog.run.ExitStatus;
import io.padlog.run.IoReason;
import io.padlog.run.PadlogException;
import io.padlog.run.catalog.NamedQuery;
import io.padlog.run.catalog.QueryIncludes;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.datalog.parse.Parsed;
import io.padlog.run.datalog.parse.Parser;
import io.padlog.run.datalog.program.CheckedProgram;
import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.datalog.syntax.Literal;
import io.padlog.run.engine.DatalogEngine;
import io.padlog.run.engine.EngineRequest;
import io.padlog.run.engine.EngineResult;
import io.padlog.run.engine.embedded.EmbeddedEngine;
import io.padlog.run.proof.Explanation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Evaluates a program of the user's over facts. */
public final class Query {
    private final DatalogEngine engine;
    private final QueryResources resources;
    private Optional<LibraryFiles> library = Optional.empty();

    public Query(DatalogEngine engine, QueryResources resources) {
        this.engine = Objects.requireNonNull(engine);
        this.resources = Objects.requireNonNull(resources);
    }

    /** With an embedded engine of its own. */
    public static Query embedded(QueryResources resources) {
        return new Query(new EmbeddedEngine(), resources);
    }

    /**
     * How to evaluate.
     *
     * @param factFolder where the engine finds facts that it is not given; only for one that reads files
     */
    public record Options(int threads, Deadline deadline, Optional<Path> factFolder) {
        /** All facts are in memory. */
        public Options(int threads, Deadline deadline) {
            this(threads, deadline, Optional.empty());
        }
    }

    /**
     * Evaluates a text as typed after {@code -e}; {@link QueryText} says what may be left out of it.
     *
     * @throws PadlogException for an error in the text, with its place
     */
    public EngineResult text(String typed, Facts facts, Options options) {
        return text("", typed, facts, options);
    }

    /**
     * Evaluates a text with clauses and declarations in front of it, of which the relations that it does not name are
     * evaluated, too.
     *
     * @throws PadlogException for an error in the text, with its place
     */
    public EngineResult text(String definitions, String typed, Facts facts, Options options) {
        return asked(definitions, typed, "", text -> run(text.program(), text.wanted(), facts, options));
    }

    /** Tries with as much of the library as the text seems to need; what a name in error may have meant only all of it tells. */
    private <T> T asked(String definitions, String typed, String atom, Function<QueryText, T> answer) {
        LibraryFiles files = library();
        try {
            return answered(definitions, typed, files.neededBy(definitions + typed + "\n" + atom), answer);
        } catch (PadlogException e) {
            if (e.status() != ExitStatus.USAGE) {
                throw e;
            }
            return answered(definitions, typed, files.all(), answer);
        }
    }

    private <T> T answered(String definitions, String typed, String library, Function<QueryText, T> answer) {
        QueryText text = text(definitions, typed, library);
        try {
            return answer.apply(text);
        } catch (PadlogException e) {
            throw new PadlogException(e.status(), text.placed(e.getMessage()), e);
        }
    }

    private QueryText text(String definitions, String typed, String library) {
        return QueryText.of(definitions, typed, library, new QueryIncludes(resources, FileSystems.getDefault()));
    }

    /** Does what the first question would have to wait for, so that it can be done while facts are read. */
    public void prepare() {
        engine.prepare(text("", "function(function, _, _, _, _)", library().neededBy("")).program());
    }

    private synchronized LibraryFiles library() {
        if (library.isEmpty()) {
            library = Optional.of(new LibraryFiles(resources));
        }
        return library.get();
    }

    /**
     * Evaluates a file, which is a whole program.
     *
     * @throws PadlogException if it cannot be read, or for an error in it, with its place
     */
    public EngineResult file(Path file, Facts facts, Options options) {
        ProgramSource source = source(file);
        List<String> wanted = Outputs.of(
                Parser.parse(source).program().items(), name -> !name.startsWith(QueryIncludes.OWN), List.of());
        return run(source, wanted, facts, options);
    }

    private ProgramSource source(Path file) {
        String program;
        try {
            program = Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new PadlogException(ExitStatus.USAGE, file + ": cannot be read: " + IoReason.of(e), e);
        }
        QueryIncludes includes = new QueryIncludes(resources, file.getFileSystem());
        return new ProgramSource(file.toString(), program, includes);
    }

    /**
     * Explains a row of a text's relations.
     *
     * @param atom {@code relation(1, "a", _)}
     * @return lines of a tree
     */
    public List<String> explainText(String typed, String atom, Facts facts, Options options) {
        return explainText("", typed, atom, facts, options);
    }

    /** Explains a row of a text's relations, with clauses and declarations in front of it. */
    public List<String> explainText(String definitions, String typed, String atom, Facts facts, Options options) {
        return asked(definitions, typed, atom, text ->
                explain(text.program(), atom, facts, options).stream().map(text::placed).toList());
    }

    /** Explains a row of a file's relations. */
    public List<String> explainFile(Path file, String atom, Facts facts, Options options) {
        return explain(source(file), atom, facts, options);
    }

    /** Explains a row of a named question's relations. */
    public List<String> explainNamed(NamedQuery query, List<String> values, String atom, Facts facts, Options options) {
        return explain(source(query, values), atom, facts, options);
    }

    private List<String> explain(ProgramSource source, String atom, Facts facts, Options options) {
        Literal.Atom wanted = atom(atom);
        CheckedProgram program = EmbeddedEngine.checked(source);
        if (!program.relations().containsKey(wanted.relation())) {
            throw new PadlogException(ExitStatus.USAGE, "--explain: unknown relation '" + wanted.relation() + "'");
        }
        List<String> needed = EmbeddedEngine.needed(program, Set.of(wanted.relation())).stream()
                .filter(name -> !program.relations().get(name).inlined())
                .toList();
        EngineResult result =
                engine.run(new EngineRequest(source, facts, needed, options.threads(), options.deadline().left()));
        return new Explanation(program, result, facts, options.deadline()::left).explain(wanted);
    }

    private static Literal.Atom atom(String text) {
        String fact = text.strip().endsWith(".") ? text : text + ".";
        Parsed parsed = Parser.parse(new ProgramSource("--explain", fact, (path, from) -> Optional.empty()));
        List<Item> items = parsed.program().items();
        boolean isAtom = parsed.problems().isEmpty() && items.size() == 1
                && items.get(0) instanceof Item.Clause clause && clause.heads().size() == 1 && clause.body().isEmpty();
        if (!isAtom) {
            throw new PadlogException(ExitStatus.USAGE, "--explain " + text + ": wants a row, as in 'relation(1, \"a\", _)'");
        }
        return ((Item.Clause) items.get(0)).heads().get(0);
    }

    /**
     * Asks a question that padlog knows.
     *
     * @param values for its parameters
     * @throws PadlogException if they do not fit
     */
    public EngineResult named(NamedQuery query, List<String> values, Facts facts, Options options) {
        return run(source(query, values), List.of("answer"), facts, options);
    }

    private ProgramSource source(NamedQuery query, List<String> values) {
        QueryIncludes includes = new QueryIncludes(resources, FileSystems.getDefault());
        return new ProgramSource(QueryIncludes.OWN + query.name(), query.program(values), includes);
    }

    private EngineResult run(ProgramSource program, List<String> wanted, Facts facts, Options options) {
        EngineResult result =
                engine.run(new EngineRequest(
                        program, facts, wanted, options.threads(), options.deadline().left(), options.factFolder()));
        // Without wanted relations an engine gives all that are marked .output, also those of the library.
        Map<String, EngineResult.Relation> own = new LinkedHashMap<>(result.relations());
        own.keySet().retainAll(wanted);
        if (own.isEmpty() && result.printed().isEmpty()) {
            throw new PadlogException(ExitStatus.USAGE, program.name() + ": prints nothing; mark a relation with .output");
        }
        return new EngineResult(result.symbols(), own, result.printed());
    }
}
