package io.padlog.run.datalog.parse;

import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Evaluates what stands after {@code #if}: numbers, names, {@code defined}, comparisons, sums, {@code ! && ||}. */
final class MacroCondition {
    private static final int MAX_DEPTH = 200;
    /** by how tightly they bind, the loosest first; of those that begin alike the longer first */
    private static final String[][] OPERATORS = {
        {"||"}, {"&&"}, {"==", "!="}, {"<=", ">=", "<", ">"}, {"+", "-"}, {"*", "/", "%"}};

    private final String text;
    private final Predicate<String> defined;
    private final ToLongFunction<String> value;
    private int at;
    private int depth;

    /** Says that the text is no condition. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed() {
            super(null, null, false, false);
        }
    }

    private MacroCondition(String text, Predicate<String> defined, ToLongFunction<String> value) {
        this.text = text;
        this.defined = defined;
        this.value = value;
    }

    /**
     * @param defined whether a name is a macro
     * @param value of a macro that is a number; 0 for any other name
     */
    static boolean holds(String text, Predicate<String> defined, ToLongFunction<String> value) throws Malformed {
        MacroCondition condition = new MacroCondition(text, defined, value);
        long result = condition.binary(0);
        if (condition.at < text.length()) {
            throw new Malformed();
        }
        return result != 0;
    }

    private long binary(int level) throws Malformed {
        if (level == OPERATORS.length) {
            return unary();
        }
        long left = binary(level + 1);
        while (true) {
            String operator = operator(OPERATORS[level]);
            if (operator.isEmpty()) {
                return left;
            }
            left = apply(operator, left, binary(level + 1));
        }
    }

    private String operator(String[] operators) {
        skipSpace();
        for (String operator : operators) {
            if (text.startsWith(operator, at)) {
                at += operator.length();
                return operator;
            }
        }
        return "";
    }

    private static long apply(String operator, long left, long right) throws Malformed {
        boolean divides = operator.equals("/") || operator.equals("%");
        if (divides && right == 0) {
            throw new Malformed();
        }
        return switch (operator) {
            case "||" -> left != 0 || right != 0 ? 1 : 0;
            case "&&" -> left != 0 && right != 0 ? 1 : 0;
            case "==" -> left == right ? 1 : 0;
            case "!=" -> left != right ? 1 : 0;
            case "<=" -> left <= right ? 1 : 0;
            case ">=" -> left >= right ? 1 : 0;
            case "<" -> left < right ? 1 : 0;
            case ">" -> left > right ? 1 : 0;
            case "+" -> left + right;
            case "-" -> left - right;
            case "*" -> left * right;
            case "/" -> left / right;
            default -> left % right;
        };
    }

    private long unary() throws Malformed {
        if (++depth > MAX_DEPTH) {
            throw new Malformed();
        }
        skipSpace();
        long result;
        if (accept('!')) {
            result = unary() == 0 ? 1 : 0;
        } else if (accept('-')) {
            result = -unary();
        } else if (accept('(')) {
            result = binary(0);
            expect(')');
        } else {
            result = word();
        }
        depth--;
        return result;
    }

    private long word() throws Malformed {
        String word = nextWord();
        if (word.equals("defined")) {
            boolean open = accept('(');
            boolean is = defined.test(nextWord());
            if (open) {
                expect(')');
            }
            return is ? 1 : 0;
        }
        if (!Character.isDigit(word.charAt(0))) {
            return value.applyAsLong(word);
        }
        try {
            return Long.decode(word.replaceAll("[uUlL]+$", ""));
        } catch (NumberFormatException e) {
            throw new Malformed();
        }
    }

    private String nextWord() throws Malformed {
        skipSpace();
        int from = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        if (from == at) {
            throw new Malformed();
        }
        return text.substring(from, at);
    }

    private boolean accept(char c) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) throws Malformed {
        if (!accept(c)) {
            throw new Malformed();
        }
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
