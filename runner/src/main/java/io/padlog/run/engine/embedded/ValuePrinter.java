package io.padlog.run.engine.embedded;

import io.padlog.run.datalog.program.Kind;
import io.padlog.run.datalog.program.Type;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Writes values as Soufflé does, in one of its notations. */
final class ValuePrinter {
    /** So many parts are written in no time. */
    private static final int PARTS_AT_ONCE = 1 << 14;

    private final Memory memory;
    private final Map<String, Type> types;
    private final Notation notation;

    ValuePrinter(Memory memory, Map<String, Type> types, Notation notation) {
        this.memory = memory;
        this.types = types;
        this.notation = notation;
    }

    /** A part still to be written: a value of a type, or, without one, text. */
    private record Part(String text, Kind kind, String type, int value) {}

    /** A value of this type. */
    String print(Kind kind, String type, int value) {
        StringBuilder text = new StringBuilder();
        // A stack of our own: a list of a million records nests as deep.
        Deque<Part> parts = new ArrayDeque<>();
        parts.push(new Part("", kind, type, value));
        for (int written = 0; !parts.isEmpty(); written++) {
            if (written % PARTS_AT_ONCE == 0) {
                memory.budget().checkTime();
            }
            Part part = parts.pop();
            if (part.type.isEmpty()) {
                text.append(part.text);
            } else {
                print(part, text, parts);
            }
        }
        return text.toString();
    }

    private void print(Part part, StringBuilder text, Deque<Part> parts) {
        switch (part.kind) {
            case NUMBER -> text.append(part.value);
            // Soufflé's JSON has no unsigned numbers.
            case UNSIGNED -> text.append(notation.isJson() ? Integer.toString(part.value) : Integer.toUnsignedString(part.value));
            case FLOAT -> text.append(notation.floating(Float.intBitsToFloat(part.value)));
            case SYMBOL -> text.append(notation.symbol(memory.text(part.value)));
            case RECORD -> {
                if (memory.records().isValue(part.value)) {
                    text.append(notation == Notation.JSON_OBJECT ? '{' : '[');
                    pushFields(part.value, types.get(part.type).fields(), notation == Notation.JSON_OBJECT ? "}" : "]", parts);
                } else {
                    text.append(notation.isJson() ? "null" : "nil");
                }
            }
            case ADT -> {
                if (memory.records().isValue(part.value)) {
                    Type.Branch branch = types.get(part.type).branches().get(memory.records().branch(part.value));
                    text.append('$').append(branch.name());
                    if (!branch.fields().isEmpty()) {
                        text.append('(');
                        pushFields(part.value, branch.fields(), ")", parts);
                    }
                }
            }
        }
    }

    private void pushFields(int record, List<Type.Field> fields, String end, Deque<Part> parts) {
        parts.push(new Part(end, Kind.SYMBOL, "", 0));
        for (int i = fields.size() - 1; i >= 0; i--) {
            Type.Field field = fields.get(i);
            parts.push(new Part("", field.kind(), field.type(), memory.records().field(record, i)));
            if (notation == Notation.JSON_OBJECT) {
                parts.push(new Part(Notation.json(field.name()) + ": ", Kind.SYMBOL, "", 0));
            }
            if (i > 0) {
                parts.push(new Part(", ", Kind.SYMBOL, "", 0));
            }
        }
    }

    /** As C++ writes a float with so many significant digits. */
    static String print(float value, int significant) {
        if (Float.isNaN(value)) {
            return Float.floatToRawIntBits(value) < 0 ? "-nan" : "nan";
        }
        if (Float.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return Float.floatToRawIntBits(value) < 0 ? "-0" : "0";
        }
        BigDecimal digits = new BigDecimal(value).round(new MathContext(significant, RoundingMode.HALF_EVEN)).stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        if (exponent >= -4 && exponent < significant) {
            return digits.toPlainString();
        }
        String mantissa = digits.scaleByPowerOfTen(-exponent).toPlainString();
        return mantissa + (exponent < 0 ? "e-" : "e+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }
}
