package io.padlog.run.job;

import io.padlog.run.datalog.syntax.Argument;
import io.padlog.run.datalog.syntax.Comparison;
import io.padlog.run.datalog.syntax.Functor;
import io.padlog.run.datalog.syntax.Item;
import io.padlog.run.datalog.syntax.Literal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Declares relations that a query defines without a {@code .decl}: a column has the type of the place in the body that
 * its variable stands in. Where nothing tells, it is a number, and the checks of the program say what is wrong with it.
 */
final class ColumnTypes {
    private static final String UNKNOWN_TYPE = "number";

    private final Map<String, String> bases = new HashMap<>();
    private final Map<String, List<String>> declared = new HashMap<>();
    private final Map<String, List<Definition>> undeclared = new LinkedHashMap<>();

    /** A head of a clause, and the body that its variables stand in. */
    private record Definition(Literal.Atom head, List<Literal> body) {}

    /**
     * @param items all of the program
     * @param own the name of the text whose relations need no declaration
     */
    ColumnTypes(List<Item> items, String own) {
        for (Item item : items) {
            if (item instanceof Item.TypeDeclaration type && type.definition() instanceof Item.Definition.Subset subset) {
                bases.put(type.name(), subset.base().name());
            } else if (item instanceof Item.RelationDeclaration relation) {
                declared.put(
                        relation.name(), relation.attributes().stream().map(attribute -> attribute.type().name()).toList());
            }
        }
        for (Item item : items) {
            if (item instanceof Item.Clause clause && clause.range().file().equals(own)) {
                for (Literal.Atom head : clause.heads()) {
                    // A name with a dot belongs to a component, which only its author can declare.
                    if (!declared.containsKey(head.relation()) && !head.relation().contains(".")) {
                        undeclared.computeIfAbsent(head.relation(), name -> new ArrayList<>())
                                .add(new Definition(head, clause.body()));
                    }
                }
            }
        }
    }

    /** The names of the relations without declaration, in the order in which they are defined. */
    List<String> names() {
        return List.copyOf(undeclared.keySet());
    }

    /** A {@code .decl} for each of them, a line each. */
    String declarations() {
        Map<String, List<Optional<String>>> types = new LinkedHashMap<>();
        undeclared.forEach((name, definitions) -> types.put(
                name, new ArrayList<>(definitions.get(0).head().arguments().stream().map(a -> Optional.<String>empty()).toList())));
        // Relations may define each other, so a type can become known through another's column.
        for (boolean changed = true; changed; ) {
            changed = false;
            for (Map.Entry<String, List<Optional<String>>> entry : types.entrySet()) {
                changed |= learn(entry.getKey(), entry.getValue());
            }
            types.forEach((name, columns) -> {
                if (columns.stream().allMatch(Optional::isPresent)) {
                    declared.put(name, columns.stream().map(Optional::get).toList());
                }
            });
        }
        StringBuilder text = new StringBuilder();
        types.forEach((name, columns) -> text.append(declaration(name, columns)));
        return text.toString();
    }

    private boolean learn(String name, List<Optional<String>> columns) {
        boolean learnt = false;
        for (Definition definition : undeclared.get(name)) {
            List<Argument> arguments = definition.head().arguments();
            for (int column = 0; column < Math.min(columns.size(), arguments.size()); column++) {
                if (columns.get(column).isEmpty()) {
                    columns.set(column, new Scope(definition.body()).type(arguments.get(column)));
                    learnt |= columns.get(column).isPresent();
                }
            }
        }
        return learnt;
    }

    private String declaration(String name, List<Optional<String>> columns) {
        List<Argument> arguments = undeclared.get(name).get(0).head().arguments();
        Set<String> used = new LinkedHashSet<>();
        StringBuilder text = new StringBuilder(".decl ").append(name).append('(');
        for (int column = 0; column < columns.size(); column++) {
            String wanted = arguments.get(column) instanceof Argument.Variable variable ? variable.name().replace("?", "")
                    : "column" + (column + 1);
            String free = used.add(wanted) ? wanted : wanted + "_" + (column + 1);
            used.add(free);
            text.append(column == 0 ? "" : ", ").append(free).append(": ").append(columns.get(column).orElse(UNKNOWN_TYPE));
        }
        return text.append(")\n").toString();
    }

    private String base(String type) {
        String base = type;
        // A chain longer than the number of types would be a circle.
        for (int step = 0; step <= bases.size() && bases.containsKey(base); step++) {
            base = bases.get(base);
        }
        return base;
    }

    /** The types of the arguments of one clause. */
    private final class Scope {
        private final List<Literal> body;
        /** variables whose type is being looked for, so that {@code x = y, y = x} ends */
        private final Set<String> open = new LinkedHashSet<>();

        Scope(List<Literal> body) {
            this.body = body;
        }

        Optional<String> type(Argument argument) {
            if (argument instanceof Argument.Variable variable) {
                return open.add(variable.name()) ? inBody(variable.name(), body) : Optional.empty();
            }
            if (argument instanceof Argument.Text) {
                return Optional.of("symbol");
            }
            if (argument instanceof Argument.Numeral numeral) {
                return Optional.of(switch (numeral.suffix()) {
                    case NONE -> "number";
                    case UNSIGNED -> "unsigned";
                    case FLOAT -> "float";
                });
            }
            if (argument instanceof Argument.Cast cast) {
                return Optional.of(cast.type().name());
            }
            if (argument instanceof Argument.Call call) {
                return call(call);
            }
            return argument instanceof Argument.Aggregate aggregate ? aggregate(aggregate) : Optional.empty();
        }

        private Optional<String> call(Argument.Call call) {
            Functor functor = call.functor();
            return switch (functor) {
                case CAT, SUBSTR, TO_STRING -> Optional.of("symbol");
                case ORD, STRLEN, TO_NUMBER -> Optional.of("number");
                case TO_FLOAT -> Optional.of("float");
                case TO_UNSIGNED -> Optional.of("unsigned");
                case NEGATE, BNOT, LNOT, ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO, POWER, BAND, BOR, BXOR, BSHL, BSHR, BSHRU,
                        LAND, LOR, LXOR, MAX, MIN, RANGE -> call.arguments().isEmpty() ? Optional.empty()
                                : type(call.arguments().get(0)).map(ColumnTypes.this::base);
            };
        }

        private Optional<String> aggregate(Argument.Aggregate aggregate) {
            return switch (aggregate.aggregation()) {
                case COUNT -> Optional.of("number");
                case MEAN -> Optional.of("float");
                case SUM, MIN, MAX -> aggregate.target().flatMap(target -> {
                    List<Literal> all = new ArrayList<>(aggregate.body());
                    all.addAll(body);
                    return new Scope(all).type(target);
                });
            };
        }

        private Optional<String> inBody(String variable, List<Literal> literals) {
            for (Literal literal : literals) {
                Optional<String> type = inLiteral(variable, literal);
                if (type.isPresent()) {
                    return type;
                }
            }
            return Optional.empty();
        }

        private Optional<String> inLiteral(String variable, Literal literal) {
            if (literal instanceof Literal.Atom atom) {
                List<String> types = declared.getOrDefault(atom.relation(), List.of());
                for (int place = 0; place < Math.min(types.size(), atom.arguments().size()); place++) {
                    if (isVariable(atom.arguments().get(place), variable)) {
                        return Optional.of(types.get(place));
                    }
                }
                return Optional.empty();
            }
            if (literal instanceof Literal.Constraint constraint && constraint.comparison() == Comparison.EQUAL) {
                if (isVariable(constraint.left(), variable)) {
                    return type(constraint.right());
                }
                return isVariable(constraint.right(), variable) ? type(constraint.left()) : Optional.empty();
            }
            if (literal instanceof Literal.Conjunction conjunction) {
                return inBody(variable, conjunction.literals());
            }
            return literal instanceof Literal.Disjunction disjunction ? inBody(variable, disjunction.literals())
                    : Optional.empty();
        }

        private static boolean isVariable(Argument argument, String name) {
            return argument instanceof Argument.Variable variable && variable.name().equals(name);
        }
    }
}
