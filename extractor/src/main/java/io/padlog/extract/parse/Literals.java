package io.padlog.extract.parse;

import java.util.Optional;

/** The values of C's constants (C17 §6.4.4), with MSVC's suffixes and many-character constants. */
final class Literals {
    private Literals() {}

    /** @return the value as 64 bits; empty for a floating or malformed constant, and one that does not fit */
    static Optional<Long> value(String text) {
        int quote = text.indexOf('\'');
        if (quote >= 0 && quote <= 2 && !Character.isDigit(text.charAt(0))) {
            return character(text, quote + 1);
        }
        return switch (text) {
            case "nullptr", "false" -> Optional.of(0L);
            case "true" -> Optional.of(1L);
            default -> integer(text);
        };
    }

    private static Optional<Long> integer(String text) {
        int radix = 10;
        int i = 0;
        int length = text.length();
        if (length > 1 && text.charAt(0) == '0') {
            char mark = Character.toLowerCase(text.charAt(1));
            radix = mark == 'x' ? 16 : mark == 'b' ? 2 : 8;
            i = radix == 8 ? 1 : 2;
        }
        long value = 0;
        for (; i < length; i++) {
            char c = text.charAt(i);
            int digit = Character.digit(c, radix);
            if (digit < 0 && c != '\'') {
                break;
            }
            if (digit >= 0) {
                if (Long.compareUnsigned(value, Long.divideUnsigned(-1L - digit, radix)) > 0) {
                    return Optional.empty();
                }
                value = value * radix + digit;
            }
        }
        for (; i < length; i++) {
            if ("uUlLiI12346z8Z".indexOf(text.charAt(i)) < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(value);
    }

    private static Optional<Long> character(String text, int start) {
        long value = 0;
        int count = 0;
        int i = start;
        while (i < text.length() && text.charAt(i) != '\'') {
            int code = text.charAt(i++);
            if (code == '\\' && i < text.length()) {
                char escape = text.charAt(i++);
                int base = escape == 'x' ? 16 : 8;
                int digits = escape == 'x' ? i : i - 1;
                int limit = escape == 'x' ? text.length() : Math.min(text.length(), digits + 3);
                if (escape == 'x' || Character.digit(escape, 8) >= 0) {
                    code = 0;
                    i = digits;
                    while (i < limit && Character.digit(text.charAt(i), base) >= 0) {
                        code = code * base + Character.digit(text.charAt(i++), base);
                    }
                } else {
                    code = unescape(escape);
                }
            }
            value = value << 8 | code;
            count++;
        }
        return count == 0 || count > 4 ? Optional.empty() : Optional.of(value);
    }

    private static int unescape(char escape) {
        return switch (escape) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'a' -> 7;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'v' -> 11;
            case 'e' -> 27;
            default -> escape;
        };
    }
}
