package io.padlog.run.catalog;

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

/**
 * What the facts in {@code api/*.dl} say of the platform's functions, as far as the extractor must know it.
 *
 * @param noreturn in {@code noreturn_api}
 * @param raising in {@code raising_api}
 * @param accessors in {@code accessor_api}
 * @param resources in every relation with the columns {@code function} and {@code resource}, with the arguments, from 0,
 *     that name the resource; -1 is the result; none if there is one resource for the thread or the system
 * @param common in a row whose {@code resource} is -2: what there is one of, by its {@code family}
 * @param lockFamilies functions in {@code lock_api} with the {@code family} of their first row
 */
public record ApiTables(
        Set<String> noreturn, Set<String> raising, Set<String> accessors, Map<String, Set<Integer>> resources,
        Map<String, Set<String>> common, Map<String, String> lockFamilies) {
    public ApiTables {
        noreturn = Set.copyOf(noreturn);
        raising = Set.copyOf(raising);
        accessors = Set.copyOf(accessors);
        resources = Map.copyOf(resources);
        common = Map.copyOf(common);
        lockFamilies = Map.copyOf(lockFamilies);
    }

    /** The tables among padlog's queries. */
    public static ApiTables of(QueryResources resources) {
        Reading reading = new Reading();
        for (String name : resources.names("api", ".dl")) {
            reading.read(new ProgramSource(
                    QueryIncludes.OWN + name,
                    resources.existing(name),
                    new QueryIncludes(resources, FileSystems.getDefault())));
        }
        return new ApiTables(
                reading.functionsIn("noreturn_api"),
                reading.functionsIn("raising_api"),
                reading.functionsIn("accessor_api"),
                reading.resources,
                reading.common,
                reading.lockFamilies);
    }

    /** What was gathered so far. */
    private static final class Reading {
        private static final String FUNCTION = "function";
        private static final String RESOURCE = "resource";
        private static final String FAMILY = "family";
        private static final String LOCKS = "lock_api";
        private static final int NO_ARGUMENT = -2;

        private final Map<String, List<String>> columns = new HashMap<>();
        private final Map<String, Set<String>> functions = new HashMap<>();
        private final Map<String, Set<Integer>> resources = new HashMap<>();
        private final Map<String, Set<String>> common = new HashMap<>();
        private final Map<String, String> lockFamilies = new HashMap<>();

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
            functions.computeIfAbsent(atom.relation(), relation -> new HashSet<>()).add(name.value());
            if (atom.relation().equals(LOCKS) && atom.arguments().get(names.indexOf(FAMILY)) instanceof Argument.Text family) {
                lockFamilies.putIfAbsent(name.value(), family.value());
            }
            int resource = names.indexOf(RESOURCE);
            if (resource >= 0 && atom.arguments().get(resource) instanceof Argument.Numeral argument) {
                Set<Integer> arguments = resources.computeIfAbsent(name.value(), api -> new HashSet<>());
                int number = Integer.parseInt(argument.digits());
                if (number != NO_ARGUMENT) {
                    arguments.add(number);
                } else if (atom.arguments().get(names.indexOf(FAMILY)) instanceof Argument.Text family) {
                    common.computeIfAbsent(name.value(), api -> new HashSet<>()).add(family.value());
                }
            }
        }
    }
}
