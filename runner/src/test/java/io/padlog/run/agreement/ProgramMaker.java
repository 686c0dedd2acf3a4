package io.padlog.run.agreement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.StringJoiner;

/** Makes well-formed programs that end; the same ones for the same seed. */
final class ProgramMaker {
    private static final List<String> TYPES = List.of("number", "number", "number", "symbol", "symbol", "unsigned", "float", "Pair", "Shape",
            "Count", "Small", "Other", "Either", "Tag");
    private static final List<String> WORDS = List.of("\"\"", "\"a\"", "\"b\"", "\"ab\"", "\"12\"", "\"a b\"", "\"é\"");

    private final Random random;
    private final List<Relation> relations = new ArrayList<>();
    private final List<String> declarations = new ArrayList<>(List.of(
            ".type Pair = [n: number, s: symbol]",
            ".type Shape = Dot { n: number } | Box { s: symbol, p: Pair } | Gap {}",
            ".type Count = number",
            ".type Small <: number",
            ".type Other <: number",
            ".type Either = Small | Other",
            ".type Tag <: symbol"));
    private final List<String> facts = new ArrayList<>();
    private final List<Sketch.Rule> rules = new ArrayList<>();
    private boolean magic;

    /** A relation; those before it may be negated and aggregated in its rules. */
    private record Relation(String name, List<String> types) {}

    private ProgramMaker(long seed) {
        this.random = new Random(seed);
    }

    static Sketch make(long seed) {
        ProgramMaker maker = new ProgramMaker(seed);
        maker.magic = maker.chance(15);
        if (maker.magic) {
            maker.declarations.add(".pragma \"magic-transform\" \"*\"");
        }
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
            case "number", "Count", "Small", "Other", "Either" -> Integer.toString(chance(5) ? any(List.of(Integer.MAX_VALUE, Integer.MIN_VALUE + 1)) : random.nextInt(9) - 3);
            case "unsigned" -> (chance(5) ? "4294967295" : Integer.toString(random.nextInt(6))) + "u";
            case "float" -> any(List.of("0.0", "1.5", "-2.25", "0.1", "3.0"));
            case "symbol", "Tag" -> any(WORDS);
            case "Shape" -> chance(30) ? "$Gap()" : chance(50) ? "$Dot(" + constant("number") + ")"
                    : "$Box(" + constant("symbol") + ", " + constant("Pair") + ")";
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
        if (chance(8)) {
            component(name);
            return;
        }
        if (chance(8)) {
            numbered(name);
            return;
        }
        if (chance(10)) {
            twins(name);
            return;
        }
        // Magic sets make copies of a relation that have no limit.
        if (!magic && chance(10)) {
            limited(name);
            return;
        }
        boolean inline = chance(15);
        String stored = any(List.of("", "", "", " brie", " btree", " magic", " no_magic", " no_inline"));
        Relation relation = declare(name, types(chance(5) ? 0 : 1), inline ? " inline" : stored, !inline);
        rules(relation, !inline && chance(50));
        // What is inlined may be neither negated nor aggregated here.
        if (!inline) {
            relations.add(relation);
        } else {
            rules.add(user(relation));
        }
    }

    /** A component's relation, as its base has it or in words of its own. */
    private void component(String name) {
        String type = any(List.of("number", "symbol", "unsigned", "Small"));
        declarations.add(".comp Base" + name + "<T> { .decl in(x: T) .decl out(x: T, y: T) overridable out(x, x) :- in(x). }");
        declarations.add(".comp Made" + name + "<T> : Base" + name + "<T> { "
                + (chance(50) ? ".override out " : "") + "out(x, y) :- in(x), in(y), x " + any(List.of("<", "!=", ">=")) + " y. }");
        declarations.add(".init " + name + " = Made" + name + "<" + type + ">");
        declarations.add(".output " + name + ".out");
        rules(new Relation(name + ".in", List.of(type)), false);
        relations.add(new Relation(name + ".out", List.of(type, type)));
    }

    /** What has a number that no one can foretell, or one row of several: only the rest of it is told. */
    private void numbered(String name) {
        List<String> types = types(1);
        boolean counted = chance(50);
        List<String> columns = new ArrayList<>(types);
        columns.add("number");
        Relation relation = declare(name, columns, counted ? "" : types.size() == 1 ? " choice-domain c0"
                : " choice-domain (c0, c1" + (types.size() > 2 ? ", c2)" : ")"), false);
        Scope inside = new Scope(this::constant, random);
        List<String> body = List.of(atom(any(relations), inside), atom(any(relations), inside), literal(inside, false));
        StringJoiner head = new StringJoiner(", ", name + "(", ")");
        types.forEach(type -> head.add(inside.known(type)));
        rules.add(new Sketch.Rule(head.add(counted ? "autoinc()" : Integer.toString(random.nextInt(3))).toString(), body));
        Scope scope = new Scope(this::constant, random);
        Relation told = declare(name + "t", types, "", true);
        StringJoiner cells = new StringJoiner(", ", "(", "");
        types.forEach(type -> cells.add(scope.fresh(type)));
        rules.add(new Sketch.Rule(told.name() + cells + ")", List.of(relation.name() + cells + ", _)")));
        relations.add(told);
    }

    /** A recursion that makes new values in each round, and ends at its limit. */
    private void limited(String name) {
        List<String> types = types(1);
        Relation relation = declare(name, types, any(List.of("", "", " brie")), true);
        rules(relation, false);
        Scope scope = new Scope(this::constant, random);
        StringJoiner again = new StringJoiner(", ", name + "(", ")");
        // Every column is used, since of one that is not Soufflé makes a relation of its own, without the limit.
        List<String> read = types.stream().map(scope::fresh).toList();
        read.forEach(again::add);
        List<String> body = new ArrayList<>(List.of(again.toString()));
        if (chance(50)) {
            body.add(atom(any(relations), scope));
        }
        if (chance(30)) {
            body.add(scope.comparison());
        }
        StringJoiner head = new StringJoiner(", ", name + "(", ")");
        for (int column = 0; column < types.size(); column++) {
            switch (types.get(column)) {
                case "number", "Count" -> head.add("(" + read.get(column) + any(List.of(" + 1)", " - 2)", " bxor 5)")));
                case "unsigned" -> head.add("max(" + read.get(column) + " + 3u, " + scope.known("unsigned") + ")");
                case "float" -> head.add("(" + read.get(column) + " * 1.5)");
                default -> head.add(read.get(column));
            }
        }
        rules.add(new Sketch.Rule(head.toString(), body));
        declarations.add(".limitsize " + name + "(n=" + (1 + random.nextInt(30)) + ")");
        relations.add(relation);
    }

    /** Two relations that read each other. */
    private void twins(String name) {
        List<String> types = types(1);
        Relation one = declare(name, types, "", true);
        Relation other = declare(name + "b", types, "", true);
        rules(one, false);
        rules.add(rule(one, Optional.of(other)));
        rules.add(rule(other, Optional.of(one)));
        relations.add(one);
        relations.add(other);
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
            rules.add(rule(relation, Optional.empty()));
        }
        if (recursive) {
            rules.add(rule(relation, Optional.of(relation)));
        }
    }

    /** @param again a relation of the same recursion that it reads, too */
    private Sketch.Rule rule(Relation relation, Optional<Relation> again) {
        boolean recursive = again.isPresent();
        Scope scope = new Scope(this::constant, random);
        List<String> body = new ArrayList<>();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            body.add(atom(any(relations), scope));
        }
        again.ifPresent(read -> body.add(random.nextInt(body.size() + 1), atom(read, scope)));
        for (int count = random.nextInt(4); count > 0; count--) {
            body.add(literal(scope, recursive));
        }
        String head = head(relation, recursive, scope);
        return new Sketch.Rule(chance(6) ? head + ", " + head(relation, recursive, scope) : head, body,
                recursive && chance(25) ? plan(body) : "");
    }

    /** An order in which to join a rule's atoms for its first version; each arm of a disjunction would have atoms of its own. */
    private String plan(List<String> body) {
        if (body.stream().anyMatch(literal -> literal.contains(" ; "))) {
            return "";
        }
        List<String> order = new ArrayList<>();
        for (String literal : body) {
            if (literal.matches("[de]\\d.*")) {
                order.add(Integer.toString(order.size() + 1));
            }
        }
        Collections.shuffle(order, random);
        return " .plan 0:(" + String.join(",", order) + ")";
    }

    private String head(Relation relation, boolean recursive, Scope scope) {
        StringJoiner head = new StringJoiner(", ", relation.name() + "(", ")");
        for (String type : relation.types()) {
            // A recursive rule makes no new values, so that it ends.
            head.add(recursive || chance(70) ? scope.known(type) : scope.expression(type));
        }
        return head.toString();
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
            return scope.equation(any(List.of("number", "symbol", "unsigned", "float", "Pair", "Shape", "Small", "Tag")));
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
        String body = chance(15) ? atom + ", " + aggregate(inner) : chance(30) ? atom + ", " + inner.comparison() : atom;
        String type = any(List.of("number", "unsigned", "float"));
        List<String> targets = inner.own(type);
        String operator = targets.isEmpty() ? "count"
                // Of floats the order matters.
                : type.equals("float") ? any(List.of("min", "max")) : any(List.of("count", "sum", "min", "max", "mean"));
        String target = targets.isEmpty() ? "" : any(targets);
        if ((operator.equals("min") || operator.equals("max")) && chance(40)) {
            scope.witness(inner, target);
        }
        String result = scope.fresh(operator.equals("count") ? "number" : operator.equals("mean") ? "float" : type);
        return result + " = " + operator + (operator.equals("count") ? "" : operator.equals("mean") ? " to_float(" + target + ")" : " " + target) + " : {" + body + "}";
    }
}
