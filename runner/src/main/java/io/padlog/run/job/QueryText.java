package io.padlog.run.job;

import io.padlog.run.catalog.QueryIncludes;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.datalog.ProgramSource.Included;
import io.padlog.run.datalog.ProgramSource.Includes;
import io.padlog.run.datalog.parse.Parser;
import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.datalog.syntax.Literal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query as typed after {@code -e}, made a program: the schema and the library are included, relations that it defines
 * need no {@code .decl}, the last full stop may be missing, and a body alone gives its named variables as
 * {@code answer}.
 *
 * @param program what an engine evaluates
 * @param wanted the relations to print: those marked {@code .output}, else those that the text declares or defines
 * @param lineShift how many lines of the text stand before what was typed
 */
record QueryText(ProgramSource program, List<String> wanted, int lineShift) {
    /** what messages call the text */
    static final String NAME = "-e";
    private static final String ANSWER = "answer";
    private static final Pattern PLACE = Pattern.compile("(?m)^" + NAME + ":(\\d+):");

    QueryText {
        wanted = List.copyOf(wanted);
    }

    /**
     * @param definitions whole clauses and declarations in front of what was typed, with a line end behind each
     * @param library the includes that go before all
     */
    static QueryText of(String definitions, String typed, String library, Includes includes) {
        int before = (int) definitions.lines().count();
        String query = typed.strip();
        if (query.endsWith(".") || query.startsWith(".") || query.startsWith("#")) {
            return program(definitions + typed, before, library, includes);
        }
        if (query.contains(":-")) {
            return program(definitions + typed.stripTrailing() + ".", before, library, includes);
        }
        // The head goes on a line of its own, so that columns stay as typed.
        String body = typed.stripTrailing() + ".\n";
        List<String> variables = new ArrayList<>();
        for (Item item : parsed(ANSWER + "() :-\n" + body, includes)) {
            if (item instanceof Item.Clause clause) {
                variables.addAll(new Variables().in(clause.body()));
            }
        }
        QueryText asked = program(
                definitions + ANSWER + "(" + String.join(", ", variables) + ") :-\n" + body, before + 1, library, includes);
        return new QueryText(asked.program, List.of(ANSWER), asked.lineShift);
    }

    /** A message about the program with the lines of what was typed. */
    String placed(String message) {
        Matcher places = PLACE.matcher(message);
        return places.replaceAll(place -> NAME + ":" + Math.max(1, Integer.parseInt(place.group(1)) - lineShift) + ":");
    }

    private static QueryText program(String text, int lineShift, String library, Includes outer) {
        Includes includes = (path, from) -> path.equals(NAME) ? Optional.of(new Included(NAME, text)) : outer.find(path, from);
        ProgramSource bare = new ProgramSource(QueryIncludes.OWN + "query", library + included(NAME), includes);
        List<Item> items = Parser.parse(bare).program().items();
        ColumnTypes types = new ColumnTypes(items, NAME);
        String declarations = types.declarations();
        ProgramSource program = new ProgramSource(
                QueryIncludes.OWN + "query", library + declarations + included(NAME), includes);
        return new QueryText(program, Outputs.of(items, NAME::equals, types.names()), lineShift);
    }

    private static String included(String name) {
        return ".include \"" + name + "\"\n";
    }

    private static List<Item> parsed(String text, Includes includes) {
        return Parser.parse(new ProgramSource(NAME, text, includes)).program().items();
    }

    /** The variables that a body binds, in order; those below a negation or in an aggregate are its own affair. */
    private static final class Variables {
        private final Set<String> names = new LinkedHashSet<>();

        Set<String> in(List<Literal> body) {
            for (Literal literal : body) {
                if (literal instanceof Literal.Atom atom) {
                    atom.arguments().forEach(this::add);
                } else if (literal instanceof Literal.Constraint constraint) {
                    add(constraint.left());
                    add(constraint.right());
                } else if (literal instanceof Literal.Conjunction conjunction) {
                    in(conjunction.literals());
                } else if (literal instanceof Literal.Disjunction disjunction) {
                    in(disjunction.literals());
                }
            }
            return names;
        }

        private void add(Argument argument) {
            if (argument instanceof Argument.Variable variable && !variable.name().startsWith("_")) {
                names.add(variable.name());
            }
        }
    }
}
