package io.padlog.extract.unit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The assignments of a makefile. Both sides of its conditionals count: which of them holds is a matter of configuration, and
 * each source belongs to the driver.
 */
final class Makefile {
    /**
     * A variable.
     *
     * @param line where it is first assigned, from 1
     * @param words all that is ever assigned, split at blanks
     */
    record Variable(int line, List<String> words) {
    }

    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private boolean inRule;

    /** Reads a makefile's text. What is no assignment is skipped. */
    static Makefile read(String text) {
        Makefile makefile = new Makefile();
        StringBuilder logical = new StringBuilder();
        int line = 0;
        int first = 1;
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            line++;
            String physical = text.substring(at, end).stripTrailing();
            at = end + 1;
            if (physical.endsWith("\\")) {
                logical.append(physical, 0, physical.length() - 1).append(' ');
                continue;
            }
            logical.append(physical);
            makefile.assign(logical.toString(), first);
            logical.setLength(0);
            first = line + 1;
        }
        makefile.assign(logical.toString(), first);
        return makefile;
    }

    private void assign(String logical, int line) {
        // A line with a tab is a recipe's only after a rule; elsewhere people indent with tabs.
        if (inRule && logical.startsWith("\t")) {
            return;
        }
        int comment = logical.indexOf('#');
        String bare = comment < 0 ? logical : logical.substring(0, comment);
        int equals = outsideParentheses(bare, '=');
        if (equals <= 0) {
            inRule |= outsideParentheses(bare, ':') > 0;
            return;
        }
        inRule = false;
        int nameEnd = equals;
        while (nameEnd > 0 && ":+?!".indexOf(bare.charAt(nameEnd - 1)) >= 0) {
            nameEnd--;
        }
        String name = bare.substring(0, nameEnd).trim();
        if (!name.isEmpty()) {
            variables.computeIfAbsent(name, key -> new Variable(line, new ArrayList<>())).words()
                    .addAll(words(bare.substring(equals + 1)));
        }
    }

    private static int outsideParentheses(String text, char wanted) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '(' || c == '{') {
                depth++;
            } else if (c == ')' || c == '}') {
                depth--;
            } else if (c == wanted && depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int depth = 0;
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (c <= ' ' && depth <= 0) {
                if (start >= 0) {
                    words.add(text.substring(start, i));
                }
                start = -1;
                continue;
            }
            start = start < 0 ? i : start;
            depth += c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
        }
        if (start >= 0) {
            words.add(text.substring(start));
        }
        return words;
    }

    /** Variables by name, in order of first assignment. */
    Map<String, Variable> variables() {
        return variables;
    }
}
