package io.padlog.run.catalog;

import io.padlog.extract.ExtractOptions.Platform;
import io.padlog.run.datalog.Problem;
import io.padlog.run.datalog.ProgramSource;
import io.padlog.run.datalog.parse.Parsed;
import io.padlog.run.datalog.parse.Parser;
import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.datalog.syntax.Literal;
import java.nio.file.FileSystems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is known of the platform's functions: the facts in {@code api/*.dl}, read for the extractor. */
public final class ApiTables {
    private static final String FUNCTION = "function";
    private static final String RESOURCE = "resource";
    /** no argument tells which resource: there is one for the thread or the system */
    private static final int NO_ARGUMENT = -2;

    private final Map<String, List<String>> columns = new HashMap<>();
    private final Map<String, Set<String>> functions = new HashMap<>();
    private final Map<String, Set<Integer>> resources = new TreeMap<>();

    private ApiTables() {}

    /**
     * What the extractor must know, by relation: {@code noreturn_api}, {@code raising_api}, {@code accessor_api}, and
     * every relation with the columns {@code function} and {@code resource}.
     */
    public static Platform platform(QueryResources resources) {
        ApiTables tables = new ApiTables();
        for (String name : resources.names("api", ".dl")) {
            tables.read(new ProgramSource(
                    QueryIncludes.OWN + name,
                    resources.existing(name),
                    new QueryIncludes(resources, FileSystems.getDefault())));
        }
        return new Platform(
                tables.functionsIn("noreturn_api"),
                tables.functionsIn("raising_api"),
                tables.functionsIn("accessor_api"),
                tables.resources);
    }

    private Set<String> functionsIn(String relation) {
        return functions.getOrDefault(relation, Set.of());
    }

    private void read(ProgramSource source) {
        Parsed parsed = Parser.parse(source);
        parsed.problems().stream().filter(Problem::isError).findFirst().ifPresent(error -> {
            throw new IllegalStateException(error.toString());
        });
        for (Item item : parsed.program().items()) {
            if (item instanceof Item.RelationDeclaration relation) {
                columns.put(relation.name(), relation.attributes().stream().map(Item.Attribute::name).toList());
            }
        }
        for (Item item : parsed.program().items()) {
            if (item instanceof Item.Clause clause && clause.body().isEmpty()) {
                clause.heads().forEach(this::fact);
            }
        }
    }

    private void fact(Literal.Atom atom) {
        List<String> names = columns.getOrDefault(atom.relation(), List.of());
        int function = names.indexOf(FUNCTION);
        if (function < 0 || !(atom.arguments().get(function) instanceof Argument.Text name)) {
            return;
        }
        functions.computeIfAbsent(atom.relation(), relation -> new TreeSet<>()).add(name.value());
        int resource = names.indexOf(RESOURCE);
        if (resource >= 0 && atom.arguments().get(resource) instanceof Argument.Numeral argument) {
            Set<Integer> arguments = resources.computeIfAbsent(name.value(), api -> new HashSet<>());
            int number = Integer.parseInt(argument.digits());
            if (number != NO_ARGUMENT) {
                arguments.add(number);
            }
        }
    }
}
