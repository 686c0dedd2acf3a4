package io.padlog.run.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** The variables that a rule binds so far, by type, and what can be made of them. */
final class Scope {
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

    /** What an aggregate sees: the variables of the rule, and its own. */
    Scope inner() {
        Scope inner = new Scope(constants, random, "w", made);
        variables.forEach((type, names) -> inner.variables.put(type, new ArrayList<>(names)));
        return inner;
    }

    /** The variables of a type that are an aggregate's own. */
    List<String> own(String type) {
        return variables.getOrDefault(type, List.of()).stream().filter(name -> name.startsWith(prefix)).toList();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** A variable that is new. */
    String fresh(String type) {
        String name = prefix + made[0]++;
        variables.computeIfAbsent(type, any -> new ArrayList<>()).add(name);
        return name;
    }

    /** A variable that stands here, new or not. */
    String place(String type) {
        List<String> known = variables.getOrDefault(type, List.of());
        return known.isEmpty() || random.nextInt(100) < 45 ? fresh(type) : any(known);
    }

    /** A variable that has a value, or a constant. */
    String known(String type) {
        List<String> known = variables.getOrDefault(type, List.of());
        return known.isEmpty() || random.nextInt(100) < 10 ? constants.apply(type) : any(known);
    }

    String comparison() {
        String type = any(List.of("number", "number", "symbol", "unsigned", "float", "Pair"));
        String operator = type.equals("Pair") ? any(List.of("=", "!=")) : any(List.of("=", "!=", "<", "<=", ">", ">="));
        if (type.equals("symbol") && random.nextInt(4) == 0) {
            return any(List.of("contains(", "match(")) + any(List.of("\"a\"", "\"a.*\"", "\".*b\"", "\"\"")) + ", " + known(type) + ")";
        }
        if (type.equals("Pair")) {
            // Of two constants nobody knows the type.
            List<String> pairs = variables.getOrDefault(type, List.of());
            return pairs.isEmpty() ? "1 = 1" : any(pairs) + " " + operator + " " + known(type);
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
        String value = expression(type);
        return fresh(type) + " = " + value;
    }

    String expression(String type) {
        String a = known(type);
        String b = known(type);
        return switch (type) {
            case "number" -> switch (random.nextInt(12)) {
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
                default -> "to_number(" + known("unsigned") + ")";
            };
            case "unsigned" -> switch (random.nextInt(5)) {
                case 0 -> "(" + a + " + " + b + ")";
                case 1 -> "(" + a + " * " + b + ")";
                case 2 -> "(" + a + " / 2u)";
                case 3 -> "(" + a + any(List.of(" bshl ", " bshr ")) + "1u)";
                default -> any(List.of("max(", "min(")) + a + ", " + b + ")";
            };
            case "float" -> switch (random.nextInt(5)) {
                case 0 -> "(" + a + " + " + b + ")";
                case 1 -> "(" + a + " * " + b + ")";
                case 2 -> "(" + a + " - " + b + ")";
                case 3 -> "to_float(" + known("number") + ")";
                default -> any(List.of("max(", "min(")) + a + ", " + b + ")";
            };
            case "symbol" -> switch (random.nextInt(4)) {
                case 0 -> "cat(" + a + ", " + b + ")";
                case 1 -> "substr(" + a + ", " + random.nextInt(3) + ", " + random.nextInt(3) + ")";
                case 2 -> "to_string(" + known("number") + ")";
                default -> any(List.of("max(", "min(")) + a + ", " + b + ")";
            };
            default -> "[" + known("number") + ", " + known("symbol") + "]";
        };
    }
}
