package io.padlog.run.datalog.check;

import io.padlog.run.datalog.program.Kind;
import java.util.OptionalInt;

/** The bits that numerals stand for. */
final class Numerals {
    private Numerals() {}

    /** @param digits decimal, hexadecimal after 0x or binary after 0b, with a minus or without, or a decimal fraction
     *  @return empty if the kind has no such value */
    static OptionalInt bits(String digits, Kind kind) {
        if (kind == Kind.FLOAT) {
            return floatBits(digits);
        }
        boolean negative = digits.startsWith("-");
        String magnitude = negative ? digits.substring(1) : digits;
        int radix = magnitude.startsWith("0x") ? 16 : magnitude.startsWith("0b") ? 2 : 10;
        try {
            long value = Long.parseLong(radix == 10 ? magnitude : magnitude.substring(2), radix);
            value = negative ? -value : value;
            long lowest = kind == Kind.NUMBER ? Integer.MIN_VALUE : 0;
            long highest = kind == Kind.NUMBER ? Integer.MAX_VALUE : 0xFFFF_FFFFL;
            return value < lowest || value > highest ? OptionalInt.empty() : OptionalInt.of((int) value);
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    private static OptionalInt floatBits(String digits) {
        if (digits.contains("x") || digits.contains("b")) {
            return OptionalInt.empty();
        }
        float value = Float.parseFloat(digits);
        return Float.isInfinite(value) ? OptionalInt.empty() : OptionalInt.of(Float.floatToIntBits(value));
    }
}
