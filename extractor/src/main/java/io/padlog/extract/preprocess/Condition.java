package io.padlog.extract.preprocess;

import io.padlog.extract.token.TokenKind;
import java.util.Locale;
import java.util.function.BiPredicate;

/**
 * The value of an #if's expression (C17 6.10.1), and whether it hangs on a macro that nobody defined.
 *
 * <p>Such a name counts as 0, as the standard says, unless the platform has it assumed; what is computed from it is undecided, unless the other operand
 * settles the matter. A call of an unknown function-like macro counts as such a name too, arguments and all.
 */
final class Condition {
    private static final int DEEPEST = 200;

    private final Lexeme[] tokens;
    private final MacroTable macros;
    private final Spellings spellings;
    private final BiPredicate<String, Boolean> hasInclude;
    private int at;
    private int depth;
    /** Greater than 0 in an operand that is not evaluated. */
    private int dead;

    /**
     * @param undecided whether the truth would change, perhaps, if unknown macros were known
     * @param error what is wrong with the expression, which then counts as false; empty if nothing
     */
    record Result(boolean truth, boolean undecided, String error) {}

    private record Value(long number, boolean unsigned, boolean unknown) {
        static Value of(boolean truth, boolean unknown) {
            return new Value(truth ? 1 : 0, false, unknown);
        }

        boolean truth() {
            return number != 0;
        }
    }

    private static final class IllFormed extends Exception {
        private static final long serialVersionUID = 1;

        IllFormed(String message) {
            super(message, null, false, false);
        }
    }

    /** @param hasInclude whether a header, by its name and whether it stands in angle brackets, can be found */
    Condition(Lexeme[] tokens, MacroTable macros, Spellings spellings, BiPredicate<String, Boolean> hasInclude) {
        this.tokens = tokens;
        this.macros = macros;
        this.spellings = spellings;
        this.hasInclude = hasInclude;
    }

    Result evaluate() {
        try {
            if (tokens.length == 0) {
                throw new IllFormed("there is no expression");
            }
            Value value = conditional();
            if (at < tokens.length) {
                throw new IllFormed("'" + tokens[at].spelling + "' is not expected here");
            }
            return new Result(value.truth(), value.unknown, "");
        } catch (IllFormed e) {
            return new Result(false, false, e.getMessage());
        }
    }

    private TokenKind peek() {
        return at < tokens.length ? tokens[at].kind() : TokenKind.END_OF_FILE;
    }

    private boolean accept(TokenKind kind) {
        if (peek() == kind) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(TokenKind kind) throws IllFormed {
        if (!accept(kind)) {
            throw new IllFormed("'" + kind.spelling() + "' is missing");
        }
    }

    private void enter() throws IllFormed {
        if (++depth > DEEPEST) {
            throw new IllFormed("it is nested too deep");
        }
    }

    private Value conditional() throws IllFormed {
        enter();
        Value test = binary(1);
        if (accept(TokenKind.QUESTION)) {
            dead += test.truth() ? 0 : 1;
            Value yes = conditional();
            dead -= test.truth() ? 0 : 1;
            expect(TokenKind.COLON);
            dead += test.truth() ? 1 : 0;
            Value no = conditional();
            dead -= test.truth() ? 1 : 0;
            Value chosen = test.truth() ? yes : no;
            boolean same = yes.number == no.number && !yes.unknown && !no.unknown;
            test = new Value(chosen.number, yes.unsigned || no.unsigned, chosen.unknown || test.unknown && !same);
        }
        depth--;
        return test;
    }

    private static int precedence(TokenKind operator) {
        switch (operator) {
            case OR_OR: return 1;
            case AND_AND: return 2;
            case BAR: return 3;
            case CARET: return 4;
            case AMPERSAND: return 5;
            case EQUAL_EQUAL: case NOT_EQUAL: return 6;
            case LESS: case GREATER: case LESS_EQUAL: case GREATER_EQUAL: return 7;
            case SHIFT_LEFT: case SHIFT_RIGHT: return 8;
            case PLUS: case MINUS: return 9;
            case STAR: case SLASH: case PERCENT: return 10;
            default: return 0;
        }
    }

    private Value binary(int lowest) throws IllFormed {
        Value left = unary();
        for (;;) {
            TokenKind operator = peek();
            int precedence = precedence(operator);
            if (precedence < lowest || precedence == 0) {
                return left;
            }
            at++;
            boolean settled = operator == TokenKind.OR_OR && left.truth() || operator == TokenKind.AND_AND && !left.truth();
            dead += settled ? 1 : 0;
            Value right = binary(precedence + 1);
            dead -= settled ? 1 : 0;
            left = operator == TokenKind.OR_OR || operator == TokenKind.AND_AND
                    ? logical(operator, left, right) : arithmetic(operator, left, right);
        }
    }

    private static Value logical(TokenKind operator, Value left, Value right) {
        boolean decisive = operator == TokenKind.OR_OR;
        boolean truth = decisive ? left.truth() || right.truth() : left.truth() && right.truth();
        boolean settled = !left.unknown && left.truth() == decisive || !right.unknown && right.truth() == decisive;
        return Value.of(truth, !settled && (left.unknown || right.unknown));
    }

    private Value arithmetic(TokenKind operator, Value left, Value right) throws IllFormed {
        boolean unsigned = left.unsigned || right.unsigned;
        boolean unknown = left.unknown || right.unknown;
        long a = left.number;
        long b = right.number;
        int order = unsigned ? Long.compareUnsigned(a, b) : Long.compare(a, b);
        switch (operator) {
            case BAR: return new Value(a | b, unsigned, unknown);
            case CARET: return new Value(a ^ b, unsigned, unknown);
            case AMPERSAND: return new Value(a & b, unsigned, unknown);
            case EQUAL_EQUAL: return Value.of(a == b, unknown);
            case NOT_EQUAL: return Value.of(a != b, unknown);
            case LESS: return Value.of(order < 0, unknown);
            case GREATER: return Value.of(order > 0, unknown);
            case LESS_EQUAL: return Value.of(order <= 0, unknown);
            case GREATER_EQUAL: return Value.of(order >= 0, unknown);
            case SHIFT_LEFT: return new Value(shiftLeft(a, b, left.unsigned), left.unsigned, unknown);
            case SHIFT_RIGHT: return new Value(shiftLeft(a, -b, left.unsigned), left.unsigned, unknown);
            case PLUS: return new Value(a + b, unsigned, unknown);
            case MINUS: return new Value(a - b, unsigned, unknown);
            case STAR: return new Value(a * b, unsigned, unknown);
            default: return divide(operator == TokenKind.SLASH, a, b, unsigned, unknown);
        }
    }

    private static long shiftLeft(long number, long by, boolean unsigned) {
        if (by <= -64) {
            return unsigned || number >= 0 ? 0 : -1;
        }
        if (by < 0) {
            return unsigned ? number >>> -by : number >> -by;
        }
        return by >= 64 ? 0 : number << by;
    }

    private Value divide(boolean quotient, long a, long b, boolean unsigned, boolean unknown) throws IllFormed {
        if (b == 0) {
            if (dead == 0 && !unknown) {
                throw new IllFormed("it divides by zero");
            }
            return new Value(0, unsigned, unknown);
        }
        if (unsigned) {
            return new Value(quotient ? Long.divideUnsigned(a, b) : Long.remainderUnsigned(a, b), true, unknown);
        }
        return new Value(quotient ? a / b : a % b, false, unknown);
    }

    private Value unary() throws IllFormed {
        if (at >= tokens.length) {
            throw new IllFormed("an operand is missing at the end");
        }
        enter();
        Lexeme token = tokens[at++];
        Value value;
        switch (token.kind()) {
            case EXCLAMATION:
                value = unary();
                value = Value.of(!value.truth(), value.unknown);
                break;
            case MINUS:
                value = unary();
                value = new Value(-value.number, value.unsigned, value.unknown);
                break;
            case TILDE:
                value = unary();
                value = new Value(~value.number, value.unsigned, value.unknown);
                break;
            case PLUS:
                value = unary();
                break;
            case LEFT_PAREN:
                value = conditional();
                expect(TokenKind.RIGHT_PAREN);
                break;
            case INTEGER:
                value = integer(token.spelling.text);
                break;
            case CHARACTER:
                value = new Value(character(token.spelling.text), false, false);
                break;
            case IDENTIFIER:
                value = name(token.spelling);
                break;
            default:
                throw new IllFormed("'" + token.spelling + "' cannot be an operand");
        }
        depth--;
        return value;
    }

    private Value name(Spelling name) throws IllFormed {
        if (name == spellings.defined) {
            return definedOperand();
        }
        if (name == spellings.hasInclude) {
            return hasIncludeOperand();
        }
        if (peek() == TokenKind.LEFT_PAREN) {
            skipParentheses();
        }
        return new Value(macros.isAssumed(name) ? 1 : 0, false, !macros.isKnown(name));
    }

    private void skipParentheses() throws IllFormed {
        int open = 0;
        do {
            TokenKind kind = peek();
            if (kind == TokenKind.END_OF_FILE) {
                throw new IllFormed("')' is missing");
            }
            open += kind == TokenKind.LEFT_PAREN ? 1 : kind == TokenKind.RIGHT_PAREN ? -1 : 0;
            at++;
        } while (open > 0);
    }

    private Value definedOperand() throws IllFormed {
        boolean parenthesised = accept(TokenKind.LEFT_PAREN);
        if (at >= tokens.length || !tokens[at].spelling.isIdentifier()) {
            throw new IllFormed("'defined' needs a macro name");
        }
        Spelling name = tokens[at++].spelling;
        if (parenthesised) {
            expect(TokenKind.RIGHT_PAREN);
        }
        boolean itself = name == spellings.hasInclude;
        return Value.of(itself || macros.isDefined(name) || macros.isAssumed(name), !itself && !macros.isKnown(name));
    }

    private Value hasIncludeOperand() throws IllFormed {
        expect(TokenKind.LEFT_PAREN);
        StringBuilder name = new StringBuilder();
        while (at < tokens.length && peek() != TokenKind.RIGHT_PAREN) {
            name.append(name.length() > 0 && tokens[at].hasSpace() ? " " : "").append(tokens[at++].spelling.text);
        }
        expect(TokenKind.RIGHT_PAREN);
        int length = name.length();
        boolean angled = length > 2 && name.charAt(0) == '<' && name.charAt(length - 1) == '>';
        boolean quoted = length > 2 && name.charAt(0) == '"' && name.charAt(length - 1) == '"';
        if (!angled && !quoted) {
            throw new IllFormed("'__has_include' needs a header name");
        }
        return Value.of(hasInclude.test(name.substring(1, length - 1), angled), false);
    }

    private static Value integer(String text) throws IllFormed {
        int end = text.length();
        boolean unsigned = false;
        int radix = 10;
        int from = 0;
        if (end > 1 && text.charAt(0) == '0') {
            char second = (char) (text.charAt(1) | 0x20);
            radix = second == 'x' ? 16 : second == 'b' ? 2 : 8;
            from = radix == 8 ? 1 : 2;
        }
        int digits = from;
        long number = 0;
        while (digits < end && Character.digit(text.charAt(digits), radix) >= 0 && text.charAt(digits) < 128) {
            number = number * radix + Character.digit(text.charAt(digits), radix);
            unsigned |= number < 0;
            digits++;
        }
        String suffix = text.substring(digits).toLowerCase(Locale.ROOT);
        if (digits == from && radix != 8 || !isSuffix(suffix)) {
            throw new IllFormed("'" + text + "' is no integer");
        }
        return new Value(number, unsigned || suffix.indexOf('u') >= 0, false);
    }

    private static boolean isSuffix(String suffix) {
        switch (suffix) {
            case "": case "u": case "l": case "ul": case "lu": case "ll": case "ull": case "llu":
            case "i8": case "i16": case "i32": case "i64": case "ui8": case "ui16": case "ui32": case "ui64":
            case "z": case "uz":
                return true;
            default:
                return false;
        }
    }

    private static long character(String text) {
        int end = text.length() - 1;
        int i = text.indexOf('\'') + 1;
        boolean wide = i > 1;
        long value = 0;
        while (i < end) {
            int unit = text.charAt(i++);
            if (unit == '\\' && i < end) {
                unit = text.charAt(i++);
                int radix = unit == 'x' ? 16 : unit >= '0' && unit <= '7' ? 8 : 0;
                if (radix == 0) {
                    unit = escape(unit);
                } else {
                    int stop = radix == 16 ? end : Math.min(end, i + 2);
                    unit = radix == 16 ? 0 : unit - '0';
                    while (i < stop && Character.digit(text.charAt(i), radix) >= 0) {
                        unit = unit * radix + Character.digit(text.charAt(i++), radix);
                    }
                }
            }
            value = wide ? unit : value << 8 | unit & 0xFF;
        }
        return wide ? value : text.length() == 3 || value < 256 ? (byte) value : (int) value;
    }

    private static int escape(int letter) {
        switch (letter) {
            case 'n': return '\n';
            case 't': return '\t';
            case 'r': return '\r';
            case 'a': return 7;
            case 'b': return '\b';
            case 'f': return '\f';
            case 'v': return 11;
            default: return letter;
        }
    }
}
