package io.padlog.run.engine.embedded;

import io.padlog.run.ExitStatus;
import io.padlog.run.PadlogException;
import io.padlog.run.engine.ByteText;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Functors and constraints over strings. Lengths and places count the bytes of UTF-8, as Soufflé's do. */
final class TextFunctions {
    /** These are also what Java calls them, but for the first letter. */
    private static final Pattern POSIX = Pattern.compile(
            "\\[:(?:alnum|alpha|blank|cntrl|digit|graph|lower|print|punct|space|upper|xdigit):]");

    private final Map<String, Optional<Pattern>> patterns = new HashMap<>();
    private final Budget budget;

    /** @param budget ends matching that takes too long */
    TextFunctions(Budget budget) {
        this.budget = budget;
    }

    /** "" if {@code from} lies outside; a negative length reaches to the end. */
    static String substring(String text, int from, int length) {
        byte[] bytes = ByteText.encode(text);
        if (from < 0 || from > bytes.length) {
            return "";
        }
        int to = length < 0 || length > bytes.length - from ? bytes.length : from + length;
        return ByteText.decode(bytes, from, to);
    }

    /** Whether the bytes of one text stand somewhere in the other. */
    static boolean contains(String text, String part) {
        return text.contains(part)
                || ByteText.hasStray(part) && ByteText.spread(text).contains(ByteText.spread(part));
    }

    /** A signed or unsigned number of 32 bits: decimal, 0x…, 0b…, or octal with a leading 0. */
    static int parseInteger(String text, boolean unsigned) {
        String digits = text.strip();
        boolean negative = digits.startsWith("-");
        if (negative || digits.startsWith("+")) {
            digits = digits.substring(1);
        }
        try {
            if (digits.startsWith("-") || digits.startsWith("+")) {
                throw new NumberFormatException(text);
            }
            String lower = digits.toLowerCase(Locale.ROOT);
            int radix = lower.startsWith("0x") ? 16 : lower.startsWith("0b") ? 2 : 10;
            long value = Long.parseLong(radix == 10 ? lower : lower.substring(2), radix);
            long signed = negative ? -value : value;
            boolean fits = unsigned ? value <= 0xFFFFFFFFL : signed == (int) signed;
            if (fits) {
                return (int) signed;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw notANumber(text);
    }

    static float parseFloat(String text) {
        try {
            return Float.parseFloat(text.strip());
        } catch (NumberFormatException e) {
            throw notANumber(text);
        }
    }

    private static PadlogException notANumber(String text) {
        return new PadlogException(
                ExitStatus.USAGE, "embedded engine: \"" + text + "\" is not a number that the conversion can represent");
    }

    /** Whether the whole text matches, byte by byte; never, if the pattern is wrong. */
    boolean matches(String pattern, String text) {
        return compiled(pattern).map(p -> bounded(p.matcher(new Watched(ByteText.spread(text), budget)))).orElse(false);
    }

    /** Whether the pattern is right and the text as a whole does not match it. */
    boolean matchesNot(String pattern, String text) {
        return compiled(pattern).map(p -> !bounded(p.matcher(new Watched(ByteText.spread(text), budget)))).orElse(false);
    }

    /** A text that looks at the clock now and then while it is read: some patterns read a text more often than time lasts. */
    private static final class Watched implements CharSequence {
        private static final int CHARACTERS_BETWEEN_CHECKS = 1 << 16;

        private final String text;
        private final Budget budget;
        private int untilCheck = CHARACTERS_BETWEEN_CHECKS;

        Watched(String text, Budget budget) {
            this.text = text;
            this.budget = budget;
        }

        @Override
        public char charAt(int index) {
            if (--untilCheck == 0) {
                budget.checkTime();
                untilCheck = CHARACTERS_BETWEEN_CHECKS;
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static boolean bounded(Matcher matcher) {
        try {
            return matcher.matches();
        } catch (StackOverflowError e) {
            throw new PadlogException(
                    ExitStatus.INCOMPLETE,
                    "embedded engine: the pattern \"" + matcher.pattern() + "\" needs too much memory for a long text");
        }
    }

    private Optional<Pattern> compiled(String pattern) {
        return patterns.computeIfAbsent(pattern, p -> {
            try {
                return Optional.of(Pattern.compile(fromEcmaScript(ByteText.spread(p))));
            } catch (PatternSyntaxException e) {
                return Optional.empty();
            }
        });
    }

    /**
     * In a class of ECMAScript '[' and '&' are literal, where Java nests and intersects; and C++ adds POSIX classes as in
     * {@code [[:digit:]]}.
     */
    private static String fromEcmaScript(String pattern) {
        StringBuilder java = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                java.append(c).append(pattern.charAt(++i));
            } else if (inClass && c == '[' && POSIX.matcher(pattern).region(i, pattern.length()).lookingAt()) {
                int end = pattern.indexOf(":]", i);
                String name = pattern.substring(i + 2, end);
                java.append("\\p{").append(name.equals("xdigit") ? "XDigit" : Character.toUpperCase(name.charAt(0)) + name.substring(1)).append('}');
                i = end + 1;
            } else if (inClass) {
                java.append(c == '[' ? "\\[" : c == '&' ? "\\&" : String.valueOf(c));
                inClass = c != ']';
            } else {
                java.append(c);
                inClass = c == '[';
                if (inClass && i + 1 < pattern.length() && pattern.charAt(i + 1) == '^') {
                    java.append(pattern.charAt(++i));
                }
            }
        }
        return java.toString();
    }
}
