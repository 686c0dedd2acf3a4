package io.padlog.run.engine.files;

import io.padlog.extract.facts.Symbols;
import io.padlog.run.datalog.program.Kind;
import io.padlog.run.engine.ByteText;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads a cell of a line. */
final class Values {
    private static final int MAX_PLAIN_DIGITS = 9;

    private final Symbols symbols;

    Values(Symbols symbols) {
        this.symbols = symbols;
    }

    /** What a text is not. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    /** The cell's int; records stay texts. */
    int value(Kind kind, byte[] bytes, int from, int to) throws Unreadable {
        return switch (kind) {
            case NUMBER -> number(bytes, from, to);
            case UNSIGNED -> unsigned(text(bytes, from, to));
            case FLOAT -> floating(text(bytes, from, to));
            case SYMBOL, RECORD, ADT -> symbols.number(text(bytes, from, to));
        };
    }

    /** The same of a text that was put together. */
    int value(Kind kind, String text) throws Unreadable {
        return switch (kind) {
            case NUMBER -> signed(text);
            case UNSIGNED -> unsigned(text);
            case FLOAT -> floating(text);
            case SYMBOL, RECORD, ADT -> symbols.number(text);
        };
    }

    static String text(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] < 0) {
                return ByteText.decode(bytes, from, to);
            }
        }
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static int number(byte[] bytes, int from, int to) throws Unreadable {
        int at = from < to && bytes[from] == '-' ? from + 1 : from;
        if (at == to || to - at > MAX_PLAIN_DIGITS) {
            return signed(text(bytes, from, to));
        }
        int value = 0;
        for (int digit = at; digit < to; digit++) {
            if (bytes[digit] < '0' || bytes[digit] > '9') {
                return signed(text(bytes, from, to));
            }
            value = value * 10 + (bytes[digit] - '0');
        }
        return at > from ? -value : value;
    }

    private static int signed(String text) throws Unreadable {
        try {
            // Like C++, blanks may stand before a number, not behind it.
            return Integer.parseInt(text.stripLeading());
        } catch (NumberFormatException e) {
            throw new Unreadable("'" + text + "' is no number of 32 bits");
        }
    }

    private static int unsigned(String text) throws Unreadable {
        String digits = text.stripLeading();
        try {
            if (digits.startsWith("0b") || digits.startsWith("0x")) {
                return Integer.parseUnsignedInt(digits.substring(2), digits.startsWith("0b") ? 2 : 16);
            }
            return Integer.parseUnsignedInt(digits);
        } catch (NumberFormatException e) {
            throw new Unreadable("'" + text + "' is no unsigned number of 32 bits");
        }
    }

    private static int floating(String text) throws Unreadable {
        String digits = text.stripLeading();
        boolean typed = !digits.isEmpty() && "fFdD \t\r".indexOf(digits.charAt(digits.length() - 1)) >= 0;
        switch (digits.toLowerCase(Locale.ROOT)) {
            case "inf", "+inf", "infinity" -> {
                return Float.floatToRawIntBits(Float.POSITIVE_INFINITY);
            }
            case "-inf", "-infinity" -> {
                return Float.floatToRawIntBits(Float.NEGATIVE_INFINITY);
            }
            case "nan", "-nan" -> {
                return Float.floatToRawIntBits(Float.NaN);
            }
            default -> { }
        }
        try {
            float value = Float.parseFloat(digits);
            if (!typed && !Float.isInfinite(value) && !Float.isNaN(value)) {
                return Float.floatToRawIntBits(value);
            }
        } catch (NumberFormatException e) {
            throw new Unreadable("'" + text + "' is no float");
        }
        throw new Unreadable("'" + text + "' is no float");
    }
}
