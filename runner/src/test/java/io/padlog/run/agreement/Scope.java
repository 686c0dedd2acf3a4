package io.padlog.run.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** The variables that a rule binds so far, by type, and what can be made of them. */
final class Scope {
    /** The types whose values another type has, too. */
    private static final Map<String, List<String>> NARROWER = Map.of(
            "number", List.of("number", "Count", "Small", "Other"),
            "Count", List.of("number", "Count", "Small", "Other"),
            "symbol", List.of("symbol", "Tag"),
            "Either", List.of("Either", "Small", "Other"));

    private final Map<String, List<String>> variables = new LinkedHashMap<>();
    private final UnaryOperator<String> constants;
    private final Random random;
    private final String prefix;
    private final int[] made;

    /** @param constants a constant of a type */
    Scope(UnaryOperator<String> constants, Random random) {
        this(constants, random, "v", new int[1]);
    }

    private Scope(UnaryOperator<String> constants, Random random, String prefix, int[] made) {
        this.constants = constants;
        this.random = random;
        this.prefix = prefix;
        this.made = made;
    }

    /**
     * What an aggregate sees: the variables of the rule, and its own. In an aggregate's aggregate Soufflé does not always
     * find those of the rule.
     */
    Scope inner() {
        Scope inner = new Scope(constants, random, prefix.equals("v") ? "w" : prefix + "w", made);
        variables.forEach((type, names) -> inner.variables.put(type,
                new ArrayList<>(names.stream().filter(name -> name.startsWith(prefix)).toList())));
        return inner;
    }

    /** The variables of a type that are an aggregate's own. */
    List<String> own(String type) {
        return variables.getOrDefault(type, List.of()).stream().filter(name -> name.startsWith(prefix)).toList();
    }

    /** Makes one of an aggregate's own variables known here, too: a witness of the extreme that it finds. */
    void witness(Scope inner, String target) {
        List<String> types = List.copyOf(inner.variables.keySet());
        String type = any(types);
        inner.own(type).stream().filter(name -> !name.equals(target)).findFirst()
                .ifPresent(name -> variables.computeIfAbsent(type, any -> new ArrayList<>()).add(name));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private List<String> fitting(String type) {
        List<String> fitting = new ArrayList<>();
        NARROWER.getOrDefault(type, List.of(type)).forEach(narrow -> fitting.addAll(variables.getOrDefault(narrow, List.of())));
        return fitting;
    }

    /** A variable that is new. */
    String fresh(String type) {
        String name = prefix + made[0]++;
        variables.computeIfAbsent(type, any -> new ArrayList<>()).add(name);
        return name;
    }

    /** A variable that stands here, new or not. */
    String place(String type) {
        List<String> known = fitting(type);
        return known.isEmpty() || random.nextInt(100) < 45 ? fresh(type) : any(known);
    }

    /** A variable that has a value, or a constant. */
    String known(String type) {
        List<String> known = fitting(type);
        return known.isEmpty() || random.nextInt(100) < 10 ? constants.apply(type) : any(known);
    }

    String comparison() {
        String type = any(List.of("number", "number", "symbol", "unsigned", "float", "Pair", "Shape"));
        boolean structured = type.equals("Pair") || type.equals("Shape");
        String operator = structured ? any(List.of("=", "!=")) : any(List.of("=", "!=", "<", "<=", ">", ">="));
        if (type.equals("symbol") && random.nextInt(4) == 0) {
            return any(List.of("contains(", "match(", "!contains(", "!match(")) + any(List.of("\"a\"", "\"a.*\"", "\".*b\"", "\"\"")) + ", " + known(type) + ")";
        }
        if (structured) {
            // Of two constants nobody knows the type.
            List<String> pairs = variables.getOrDefault(type, List.of());
            return pairs.isEmpty() ? any(List.of("1 = 1", "true")) : any(pairs) + " " + operator + " " + known(type);
        }
        return known(type) + " " + operator + " " + (random.nextInt(3) == 0 ? expression(type) : known(type));
    }

    String equation(String type) {
        if (type.equals("Pair")) {
            List<String> pairs = variables.getOrDefault(type, List.of());
            if (!pairs.isEmpty()) {
                return any(pairs) + " = [" + fresh("number") + ", " + fresh("symbol") + "]";
            }
            return fresh("number") + " = " + constants.apply("number");
        }
        if (type.equals("Shape")) {
            List<String> shapes = variables.getOrDefault(type, List.of());
            if (shapes.isEmpty()) {
                return fresh("number") + " = " + constants.apply("number");
            }
            return any(shapes) + " = " + (random.nextBoolean() ? "$Dot(" + fresh("number") + ")"
                    : "$Box(" + fresh("symbol") + ", " + fresh("Pair") + ")");
        }
        String value = expression(type);
        return fresh(type) + " = " + value;
    }

    String expression(String type) {
        String a = known(type);
        String b = known(type);
        return switch (type) {
            case "number" -> switch (random.nextInt(14)) {
                case 0 -> "(" + a + " + " + b + ")";
                case 1 -> "(" + a + " - " + b + ")";
                case 2 -> "(" + a + " * " + b + ")";
                case 3 -> "(" + a + " / " + any(List.of("2", "3", "-2")) + ")";
                case 4 -> "(" + a + " % " + any(List.of("2", "3", "-3")) + ")";
                case 5 -> "(" + a + any(List.of(" band ", " bor ", " bxor ")) + b + ")";
                case 6 -> any(List.of("max(", "min(")) + a + ", " + b + ")";
                case 7 -> "strlen(" + known("symbol") + ")";
                case 8 -> "(-" + (a.startsWith("-") ? "(" + a + ")" : a) + ")";
                case 9 -> "(" + a + any(List.of(" bshl ", " bshr ", " bshru ")) + random.nextInt(5) + ")";
                case 10 -> "(" + a + any(List.of(" land ", " lor ", " lxor ")) + b + ")";
                case 11 -> "((" + a + " % 7) ^ " + random.nextInt(4) + ")";
                case 12 -> "(bnot " + a + ")";
                default -> "to_number(" + known("unsigned") + ")";
            };
            case "Count" -> expression("number");
            case "Small", "Other", "Either" -> "as(" + expression("number") + ", " + type + ")";
            case "Tag" -> "as(" + expression("symbol") + ", Tag)";
            case "unsigned" -> switch (random.nextInt(9)) {
                case 0 -> "(" + a + " + " + b + ")";
                case 1 -> "(" + a + " * " + b + ")";
                case 2 -> "(" + a + " / 2u)";
                case 3 -> "(" + a + any(List.of(" bshl ", " bshr ", " bshru ")) + "1u)";
                case 4 -> "(" + a + any(List.of(" band ", " bor ", " bxor ", " land ", " lor ", " lxor ")) + b + ")";
                case 5 -> "(" + a + " - " + b + ")";
                case 6 -> "(" + a + " % 3u)";
                case 7 -> "to_unsigned(" + known("number") + ")";
                default -> any(List.of("max(", "min(")) + a + ", " + b + ")";
            };
            case "float" -> switch (random.nextInt(8)) {
                case 0 -> "(" + a + " + " + b + ")";
                case 1 -> "(" + a + " * " + b + ")";
                case 2 -> "(" + a + " - " + b + ")";
                case 3 -> "to_float(" + known("number") + ")";
                case 4 -> "to_float(" + known("unsigned") + ")";
                case 5 -> "(" + a + " / 4.0)";
                case 6 -> "(-(" + a + "))";
                default -> any(List.of("max(", "min(")) + a + ", " + b + ")";
            };
            case "symbol" -> switch (random.nextInt(7)) {
                case 0 -> "cat(" + a + ", " + b + ")";
                case 1 -> "substr(" + a + ", " + random.nextInt(3) + ", " + random.nextInt(3) + ")";
                case 2 -> "to_string(" + known("number") + ")";
                case 3 -> "to_string(" + known("unsigned") + ")";
                case 4 -> "to_string(" + known("float") + ")";
                case 5 -> "cat(" + a + ", \"-\", " + b + ")";
                default -> any(List.of("max(", "min(")) + a + ", " + b + ")";
            };
            case "Shape" -> switch (random.nextInt(3)) {
                case 0 -> "$Dot(" + known("number") + ")";
                case 1 -> "$Box(" + known("symbol") + ", " + known("Pair") + ")";
                default -> "$Gap()";
            };
            default -> "[" + known("number") + ", " + known("symbol") + "]";
        };
    }
}
