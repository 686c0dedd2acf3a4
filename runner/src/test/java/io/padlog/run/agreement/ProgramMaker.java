package io.padlog.run.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/** Makes well-formed programs that end; the same ones for the same seed. */
final class ProgramMaker {
    private static final List<String> TYPES = List.of("number", "number", "number", "symbol", "symbol", "unsigned", "float", "Pair");
    private static final List<String> WORDS = List.of("\"\"", "\"a\"", "\"b\"", "\"ab\"", "\"12\"", "\"a b\"", "\"é\"");

    private final Random random;
    private final List<Relation> relations = new ArrayList<>();
    private final List<String> declarations = new ArrayList<>(List.of(".type Pair = [n: number, s: symbol]"));
    private final List<String> facts = new ArrayList<>();
    private final List<Sketch.Rule> rules = new ArrayList<>();

    /** A relation; those before it may be negated and aggregated in its rules. */
    private record Relation(String name, List<String> types) {}

    private ProgramMaker(long seed) {
        this.random = new Random(seed);
    }

    static Sketch make(long seed) {
        ProgramMaker maker = new ProgramMaker(seed);
        for (int number = 0; number < 3; number++) {
            maker.base(number);
        }
        int derived = 2 + maker.random.nextInt(4);
        for (int number = 0; number < derived; number++) {
            maker.derived(number);
        }
        return new Sketch(maker.declarations, maker.facts, maker.rules);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private List<String> types(int least) {
        List<String> types = new ArrayList<>();
        for (int column = least + random.nextInt(3); column > 0; column--) {
            types.add(any(TYPES));
        }
        return types;
    }

    private Relation declare(String name, List<String> types, String qualifiers, boolean output) {
        StringJoiner columns = new StringJoiner(", ", "(", ")");
        for (int column = 0; column < types.size(); column++) {
            columns.add("c" + column + ": " + types.get(column));
        }
        declarations.add(".decl " + name + columns + qualifiers);
        if (output) {
            declarations.add(".output " + name);
        }
        return new Relation(name, types);
    }

    private void base(int number) {
        Relation relation = declare("e" + number, types(1), "", false);
        relations.add(relation);
        for (int count = 3 + random.nextInt(8); count > 0; count--) {
            StringJoiner cells = new StringJoiner(", ", relation.name() + "(", ").");
            relation.types().forEach(type -> cells.add(constant(type)));
            facts.add(cells.toString());
        }
    }

    private String constant(String type) {
        return switch (type) {
            case "number" -> Integer.toString(chance(5) ? any(List.of(Integer.MAX_VALUE, Integer.MIN_VALUE + 1)) : random.nextInt(9) - 3);
            case "unsigned" -> (chance(5) ? "4294967295" : Integer.toString(random.nextInt(6))) + "u";
            case "float" -> any(List.of("0.0", "1.5", "-2.25", "0.1", "3.0"));
            case "symbol" -> any(WORDS);
            default -> chance(15) ? "nil" : "[" + constant("number") + ", " + constant("symbol") + "]";
        };
    }

    private void derived(int number) {
        String name = "d" + number;
        if (chance(8)) {
            Relation relation = declare(name, List.of("number", "number"), " eqrel", true);
            rules(relation, false);
            relations.add(relation);
            return;
        }
        if (chance(10)) {
            Relation relation = declare(name, List.of("number", "number"), " btree_delete", true);
            rules(relation, false);
            rules.add(new Sketch.Rule(name + "(x, y) <= " + name + "(x, z)", List.of(any(List.of("z < y", "y < z")))));
            relations.add(relation);
            return;
        }
        boolean inline = chance(15);
        Relation relation = declare(name, types(chance(5) ? 0 : 1), inline ? " inline" : "", !inline);
        rules(relation, !inline && chance(50));
        // What is inlined may be neither negated nor aggregated here.
        if (!inline) {
            relations.add(relation);
        } else {
            rules.add(user(relation));
        }
    }

    /** A relation that reads an inlined one. */
    private Sketch.Rule user(Relation inlined) {
        Relation relation = declare(inlined.name() + "u", inlined.types(), "", true);
        Scope scope = new Scope(this::constant, random);
        StringJoiner cells = new StringJoiner(", ", "(", ")");
        inlined.types().forEach(type -> cells.add(scope.fresh(type)));
        relations.add(relation);
        return new Sketch.Rule(relation.name() + cells, List.of(inlined.name() + cells));
    }

    private void rules(Relation relation, boolean recursive) {
        for (int count = 1 + random.nextInt(2); count > 0; count--) {
            rules.add(rule(relation, false));
        }
        if (recursive) {
            rules.add(rule(relation, true));
        }
    }

    private Sketch.Rule rule(Relation relation, boolean recursive) {
        Scope scope = new Scope(this::constant, random);
        List<String> body = new ArrayList<>();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            body.add(atom(any(relations), scope));
        }
        if (recursive) {
            body.add(random.nextInt(body.size() + 1), atom(relation, scope));
        }
        for (int count = random.nextInt(4); count > 0; count--) {
            body.add(literal(scope, recursive));
        }
        StringJoiner head = new StringJoiner(", ", relation.name() + "(", ")");
        for (String type : relation.types()) {
            // A recursive rule makes no new values, so that it ends.
            head.add(recursive || chance(70) ? scope.known(type) : scope.expression(type));
        }
        return new Sketch.Rule(head.toString(), body);
    }

    private String atom(Relation relation, Scope scope) {
        StringJoiner cells = new StringJoiner(", ", relation.name() + "(", ")");
        for (String type : relation.types()) {
            int choice = random.nextInt(100);
            boolean splits = type.equals("Pair") && choice < 30;
            cells.add(splits ? "[" + scope.place("number") + ", " + scope.place("symbol") + "]"
                    : choice < 12 ? "_" : choice < 20 ? constant(type) : scope.place(type));
        }
        return cells.toString();
    }

    private String bound(Relation relation, Scope scope) {
        StringJoiner cells = new StringJoiner(", ", relation.name() + "(", ")");
        relation.types().forEach(type -> cells.add(chance(25) ? "_" : scope.known(type)));
        return cells.toString();
    }

    private String literal(Scope scope, boolean recursive) {
        int choice = random.nextInt(100);
        if (choice < 30) {
            return scope.comparison();
        }
        if (choice < 45) {
            return "!" + bound(any(relations), scope);
        }
        if (choice < 55) {
            return "(" + scope.comparison() + " ; " + bound(any(relations), scope) + ")";
        }
        if (recursive) {
            return scope.comparison();
        }
        if (choice < 75) {
            return scope.equation(any(List.of("number", "symbol", "unsigned", "float", "Pair")));
        }
        if (choice < 82) {
            String limit = scope.known("number");
            return scope.fresh("number") + " = range(" + random.nextInt(3) + ", " + "min(" + limit + ", 6))";
        }
        return aggregate(scope);
    }

    private String aggregate(Scope scope) {
        Scope inner = scope.inner();
        String atom = atom(any(relations), inner);
        String body = chance(30) ? atom + ", " + inner.comparison() : atom;
        String type = any(List.of("number", "unsigned"));
        List<String> targets = inner.own(type);
        String operator = targets.isEmpty() ? "count" : any(List.of("count", "sum", "min", "max"));
        String target = targets.isEmpty() ? "" : any(targets);
        String result = scope.fresh(operator.equals("count") ? "number" : type);
        return result + " = " + operator + (operator.equals("count") ? "" : " " + target) + " : {" + body + "}";
    }
}
