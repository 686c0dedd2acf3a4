package io.padlog.extract.unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** The properties of an MSBuild project, as far as it defines them itself, and what is written with them. */
final class MsBuildProperties {
    /** Properties can double each other; no real value is this long. */
    private static final int MAX_LENGTH = 32_768;

    private final Map<String, String> values = new HashMap<>();

    void set(String name, String value) {
        values.put(name.toLowerCase(Locale.ROOT), value);
    }

    /** Replaces each known {@code $(Name)}; what only a build knows stays as it is written. */
    String expand(String text) {
        int dollar = text.indexOf("$(");
        if (dollar < 0) {
            return text;
        }
        StringBuilder result = new StringBuilder();
        int from = 0;
        while (dollar >= 0) {
            int close = closing(text, dollar + 1);
            if (close < 0) {
                break;
            }
            String value = values.get(text.substring(dollar + 2, close).trim().toLowerCase(Locale.ROOT));
            result.append(text, from, dollar).append(value != null ? value : text.substring(dollar, close + 1));
            from = close + 1;
            dollar = text.indexOf("$(", from);
        }
        result.append(text, from, text.length());
        return result.length() > MAX_LENGTH ? text : result.toString();
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Whether a condition holds. Comparisons, {@code exists}, {@code and} and {@code or} are understood; anything else is
     * taken to hold, since to read too much is better than too little.
     *
     * @param exists tells whether there is a file of this name
     */
    boolean holds(String condition, Predicate<String> exists) {
        for (String alternative : split(condition, " or ")) {
            boolean all = true;
            for (String part : split(alternative, " and ")) {
                all &= partHolds(part.trim(), exists);
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    private static List<String> split(String text, String operator) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = lower.indexOf(operator); at >= 0; at = lower.indexOf(operator, from)) {
            parts.add(text.substring(from, at));
            from = at + operator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    private boolean partHolds(String part, Predicate<String> exists) {
        String lower = part.toLowerCase(Locale.ROOT);
        if (lower.equals("false") || lower.equals("'false'")) {
            return false;
        }
        if (lower.startsWith("!exists")) {
            return !exists.test(operand(part.substring("!exists".length())));
        }
        if (lower.startsWith("exists")) {
            return exists.test(operand(part.substring("exists".length())));
        }
        int operator = comparison(part);
        if (operator < 0) {
            return true;
        }
        boolean same = operand(part.substring(0, operator)).equalsIgnoreCase(operand(part.substring(operator + 2)));
        return same == (part.charAt(operator) == '=');
    }

    private static int comparison(String part) {
        int equal = part.indexOf("==");
        return equal >= 0 ? equal : part.indexOf("!=");
    }

    /** A value as conditions see it: a property that nobody set is empty. */
    private String operand(String written) {
        StringBuilder bare = new StringBuilder();
        String expanded = expand(written.trim());
        int from = 0;
        for (int dollar = expanded.indexOf("$("); dollar >= 0; dollar = expanded.indexOf("$(", from)) {
            int close = closing(expanded, dollar + 1);
            if (close < 0) {
                break;
            }
            bare.append(expanded, from, dollar);
            from = close + 1;
        }
        bare.append(expanded, from, expanded.length());
        return stripped(bare.toString());
    }

    private static String stripped(String text) {
        int first = 0;
        int last = text.length();
        while (first < last && " ('".indexOf(text.charAt(first)) >= 0) {
            first++;
        }
        while (last > first && " )'".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        return text.substring(first, last);
    }
}
