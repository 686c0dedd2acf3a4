package io.padlog.run.cli;

import io.padlog.extract.facts.Facts;
import io.padlog.extract.facts.Symbols;
import io.padlog.extract.facts.Table;
import io.padlog.run.ExitStatus;
import io.padlog.run.IoReason;
import io.padlog.run.PadlogException;
import io.padlog.run.catalog.NamedQuery;
import io.padlog.run.catalog.QueryResources;
import io.padlog.run.catalog.Schema;
import io.padlog.run.engine.EngineResult;
import io.padlog.run.job.Deadline;
import io.padlog.run.job.Query;
import io.padlog.run.report.AtomicOutput;
import io.padlog.run.report.CsvRelation;
import io.padlog.run.report.QuestionText;
import io.padlog.run.report.RowText;
import io.padlog.run.report.SchemaText;
import io.padlog.run.report.TableRelation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the shell does with each thing that is typed; the facts are there once and for all. */
final class ShellSession {
    static final List<String> COMMANDS = List.of(
            ":ask", ":count", ":definitions", ":explain", ":export", ":forget", ":help", ":limit", ":load", ":quit", ":schema", ":stat");
    private static final int FIRST_LIMIT = 100;
    private static final Pattern HEAD = Pattern.compile("(?s)\\s*([A-Za-z_][A-Za-z_0-9]*)\\s*\\(.*");
    private static final String ANSWER = "answer";
    /** how often {@link #PRACTISED} is asked; after that Java gains little more */
    private static final int PRACTICE = 40;
    static final String PRACTISED =
            "call(n, f, \"\"), function(f, _, name, _, _), located(n, file, line, _), !function_read(f, \"partly\")";
    /** a question for when only what stands in front of it matters */
    private static final String ANYTHING = "function(_f, _, _, _, _)";
    private static final String HELP = """
            call(n, f, "KeBugCheck"), function(f, _, name, _, _)    a body: its variables are the columns
            mine(name) :- function(f, _, name, _, _), entry(f, _).  a clause with a full stop is kept, and shown
            :schema [RELATION]    the relations, or the columns of one
            :stat                 how many rows each relation has
            :count BODY           how many answers there are
            :ask [NAME VALUE...]  a named question; without a name, which there are
            :explain N            how row N of the last answer is derived; or of a row as in :explain mine("main")
            :limit N              show so many rows; 0 for all
            :load FILE.dl         keep the clauses of a file
            :definitions          what is kept; :forget forgets it
            :export FILE.csv      write the last answer to a file
            :quit                 or Ctrl-D; Ctrl-C gives a question up
            A line that ends with a comma or ':-' goes on in the next.
            """;

    private final Query query;
    private final Facts facts;
    private final QueryResources resources;
    private final Schema schema;
    private final Supplier<Query.Options> options;
    private final ShellCompletion completion;
    private final StringBuilder definitions = new StringBuilder();
    private Optional<Shown> last = Optional.empty();
    private int limit = FIRST_LIMIT;

    /** A relation of an answer, and what explains a row of it. */
    private record Shown(EngineResult.Relation relation, Symbols symbols, UnaryOperator<String> explanation) {}

    /** @param timeout counts for each answer anew */
    ShellSession(Query query, Facts facts, QueryResources resources, int threads, Supplier<Deadline> timeout) {
        this.query = query;
        this.facts = facts;
        this.resources = resources;
        this.schema = Schema.of(resources);
        this.completion = new ShellCompletion(resources, facts);
        this.options = () -> new Query.Options(threads, timeout.get());
    }

    /**
     * Asks an engine of its own about a function without a name, again and again while there is nothing better to do: Java
     * is through then with loading and compiling what the first real question would have to wait for.
     */
    static void practise(QueryResources resources, int threads, BooleanSupplier goesOn) {
        ShellSession session = new ShellSession(
                Query.embedded(resources), practiceFacts(resources), resources, threads, () -> Deadline.in(Optional.empty()));
        try {
            for (int i = 0; i < PRACTICE && goesOn.getAsBoolean(); i++) {
                session.evaluate(PRACTISED, new StringBuilder());
            }
        } catch (IOException e) {
            throw new IllegalStateException("a text cannot be written to memory", e);
        }
    }

    /** One row in each relation, so that no rule is left out for want of any. */
    static Facts practiceFacts(QueryResources resources) {
        Symbols symbols = new Symbols();
        symbols.number("");
        Map<String, Table> tables = new LinkedHashMap<>();
        for (Schema.Relation relation : Schema.of(resources).relations()) {
            Table table = new Table(relation.columns().size());
            table.add(new int[relation.columns().size()]);
            tables.put(relation.name(), table);
        }
        return new Facts(symbols, tables);
    }

    /** Whether more must be typed before {@code text} can be evaluated. */
    static boolean goesOn(String text) {
        String typed = text.stripTrailing();
        return !typed.startsWith(":") && (typed.endsWith(",") || typed.endsWith(":-") || typed.endsWith(";"));
    }

    /**
     * Evaluates what was typed, and writes what it gives, or what is wrong with it.
     *
     * @return whether the shell goes on
     */
    boolean evaluate(String text, Appendable out) throws IOException {
        String typed = text.strip();
        if (typed.equals(":quit") || typed.equals(":q") || typed.equals(":exit")) {
            return false;
        }
        try {
            if (typed.startsWith(":")) {
                String[] words = typed.split("\\s+", 2);
                command(words[0], words.length > 1 ? words[1] : "", out);
            } else if (!typed.isEmpty()) {
                answer(typed, out);
            }
        } catch (PadlogException e) {
            out.append(e.getMessage()).append('\n');
        }
        return true;
    }

    private void command(String name, String rest, Appendable out) throws IOException {
        switch (name) {
            case ":help", ":h" -> out.append(HELP);
            case ":schema" -> {
                if (rest.isEmpty()) {
                    SchemaText.list(schema, out);
                } else {
                    SchemaText.page(schema.existing(rest), out);
                }
            }
            case ":stat" -> statistics(out);
            case ":count" -> out.append(evaluated(rest).relation.rows().rows() + "\n");
            case ":ask" -> ask(rest, out);
            case ":explain" -> out.append(explained(rest));
            case ":limit" -> limit(rest);
            case ":load" -> load(rest);
            case ":definitions" -> out.append(definitions);
            case ":forget" -> definitions.setLength(0);
            case ":export" -> export(rest);
            default -> throw new PadlogException(ExitStatus.USAGE, "unknown command " + name + "; :help lists them");
        }
    }

    private void answer(String typed, Appendable out) throws IOException {
        Shown shown = evaluated(typed);
        if (isClause(typed)) {
            definitions.append(typed.endsWith(".") ? typed : typed + ".").append('\n');
        }
        show(shown, out);
    }

    private static boolean isClause(String typed) {
        return typed.contains(":-") || typed.endsWith(".");
    }

    private Shown evaluated(String typed) {
        EngineResult result = query.text(definitions.toString(), typed, facts, options.get());
        Matcher head = HEAD.matcher(typed);
        String name = isClause(typed) && head.matches() ? head.group(1) : ANSWER;
        EngineResult.Relation relation = Optional.ofNullable(result.relations().get(name))
                .orElseThrow(() -> new PadlogException(ExitStatus.USAGE, "gives no relation " + name));
        return new Shown(relation, result.symbols(), explainer(typed));
    }

    private UnaryOperator<String> explainer(String typed) {
        String before = definitions.toString();
        return atom -> String.join("\n", query.explainText(before, typed, atom, facts, options.get())) + "\n";
    }

    /** @param rest a row, or the number of one that was shown */
    private String explained(String rest) {
        if (rest.isEmpty()) {
            throw new PadlogException(ExitStatus.USAGE, ":explain wants a row, as its number or as relation(1, \"a\", _)");
        }
        if (!rest.matches("[0-9]{1,9}")) {
            return last.map(Shown::explanation).orElse(explainer(ANYTHING)).apply(rest);
        }
        Shown shown = last.orElseThrow(() -> new PadlogException(ExitStatus.USAGE, "nothing to explain yet"));
        int row = Integer.parseInt(rest) - 1;
        if (row < 0 || row >= shown.relation.rows().rows()) {
            throw new PadlogException(ExitStatus.USAGE, "the last answer has no row " + rest);
        }
        return shown.explanation.apply(RowText.of(shown.relation, shown.symbols, row));
    }

    private void ask(String rest, Appendable out) throws IOException {
        if (rest.isEmpty()) {
            QuestionText.list(NamedQuery.all(resources), out);
            return;
        }
        List<String> words = new ArrayList<>(Arrays.asList(rest.split("\\s+")));
        NamedQuery question = NamedQuery.existing(words.remove(0), resources);
        EngineResult result = query.named(question, words, facts, options.get());
        show(new Shown(result.relations().get(ANSWER), result.symbols(), atom ->
                String.join("\n", query.explainNamed(question, words, atom, facts, options.get())) + "\n"), out);
    }

    private void show(Shown shown, Appendable out) throws IOException {
        last = Optional.of(shown);
        int rows = shown.relation.rows().rows();
        EngineResult.Relation first = PlacedRelation.of(shown.relation, shown.symbols, limit == 0 ? rows : limit);
        new TableRelation().write(first, shown.symbols, out);
        if (first.rows().rows() < rows) {
            out.append("of " + rows + "; :limit 0 shows all\n");
        }
    }

    private void statistics(Appendable out) throws IOException {
        int width = schema.relations().stream().mapToInt(relation -> relation.name().length()).max().orElse(0);
        for (Schema.Relation relation : schema.relations()) {
            Table table = facts.tables().get(relation.name());
            String rows = String.valueOf(table == null ? 0 : table.rows());
            out.append(relation.name() + " ".repeat(width + 12 - relation.name().length() - rows.length()) + rows + "\n");
        }
    }

    private void limit(String rest) {
        if (!rest.matches("[0-9]{1,9}")) {
            throw new PadlogException(ExitStatus.USAGE, ":limit wants a number of rows");
        }
        limit = Integer.parseInt(rest);
    }

    private void load(String rest) {
        try {
            String text = Files.readString(Path.of(rest), StandardCharsets.UTF_8);
            String more = text.endsWith("\n") ? text : text + "\n";
            // What has an error is not kept.
            query.text(definitions + more, ANYTHING, facts, options.get());
            definitions.append(more);
        } catch (IOException e) {
            throw new PadlogException(ExitStatus.USAGE, rest + ": cannot be read: " + IoReason.of(e), e);
        } catch (InvalidPathException e) {
            throw new PadlogException(ExitStatus.USAGE, rest + ": no name of a file", e);
        }
    }

    private void export(String rest) {
        Shown shown = last.orElseThrow(() -> new PadlogException(ExitStatus.USAGE, "nothing to export yet"));
        if (rest.isEmpty()) {
            throw new PadlogException(ExitStatus.USAGE, ":export wants the name of a file");
        }
        AtomicOutput.write(Path.of(rest), out -> new CsvRelation().write(shown.relation, shown.symbols, out));
    }

    /** What {@code word} could become, behind what stands before it. */
    List<String> completions(String before, String word) {
        return completion.of(before, word, definitions.toString());
    }

    /** Columns file and line as one that a terminal turns into a link, and no more rows than wanted. */
    private static final class PlacedRelation {
        static EngineResult.Relation of(EngineResult.Relation relation, Symbols symbols, int limit) {
            List<String> names = relation.columns().stream().map(EngineResult.Column::name).toList();
            int file = names.indexOf("file");
            int line = file + 1 < names.size() && file >= 0 && names.get(file + 1).equals("line") ? file + 1 : -1;
            List<EngineResult.Column> columns = new ArrayList<>(relation.columns());
            if (line >= 0) {
                columns.set(file, new EngineResult.Column("place", "symbol", EngineResult.Kind.SYMBOL));
                columns.remove(line);
            }
            Table rows = new Table(columns.size());
            for (int row = 0; row < Math.min(limit, relation.rows().rows()); row++) {
                int[] cells = new int[columns.size()];
                for (int column = 0; column < cells.length; column++) {
                    cells[column] = relation.rows().get(row, line >= 0 && column >= line ? column + 1 : column);
                }
                if (line >= 0) {
                    cells[file] = symbols.number(symbols.text(cells[file]) + ":" + relation.rows().get(row, line));
                }
                rows.add(cells);
            }
            return new EngineResult.Relation(relation.name(), columns, rows);
        }
    }
}
