package io.padlog.extract.lower;

import io.padlog.extract.syntax.BinaryOperator;
import io.padlog.extract.syntax.Expression.UnaryOperator;
import io.padlog.extract.syntax.TypeName;
import java.util.Optional;
import java.util.Set;

/** C's integer arithmetic on constants, in 64 bits with sign. */
final class Arithmetic {
    /** Signed and 32 bits wide for every compiler of drivers; plain {@code long} is not. */
    private static final Set<String> SIGNED_32 = Set.of(
            "int", "signed", "signed int", "__int32", "int32_t", "INT", "INT32", "LONG", "LONG32", "NTSTATUS",
            "HRESULT", "NDIS_STATUS");

    private Arithmetic() {}

    /** The result, unless C leaves it undefined. AND and OR give 0 or 1. */
    static Optional<Long> apply(BinaryOperator operator, long a, long b) {
        return switch (operator) {
            case MULTIPLY -> Optional.of(a * b);
            case DIVIDE -> b == 0 ? Optional.empty() : Optional.of(a / b);
            case REMAINDER -> b == 0 ? Optional.empty() : Optional.of(a % b);
            case ADD -> Optional.of(a + b);
            case SUBTRACT -> Optional.of(a - b);
            case SHIFT_LEFT -> isShift(b) ? Optional.of(a << b) : Optional.empty();
            case SHIFT_RIGHT -> isShift(b) ? Optional.of(a >> b) : Optional.empty();
            case LESS -> truth(a < b);
            case GREATER -> truth(a > b);
            case LESS_EQUAL -> truth(a <= b);
            case GREATER_EQUAL -> truth(a >= b);
            case EQUAL -> truth(a == b);
            case NOT_EQUAL -> truth(a != b);
            case BIT_AND -> Optional.of(a & b);
            case BIT_XOR -> Optional.of(a ^ b);
            case BIT_OR -> Optional.of(a | b);
            case AND -> truth(a != 0 && b != 0);
            case OR -> truth(a != 0 || b != 0);
        };
    }

    /** The result; none for the operators that are about places. */
    static Optional<Long> apply(UnaryOperator operator, long a) {
        return switch (operator) {
            case PLUS -> Optional.of(a);
            case MINUS -> Optional.of(-a);
            case NOT -> truth(a == 0);
            case COMPLEMENT -> Optional.of(~a);
            case ADDRESS_OF, DEREFERENCE -> Optional.empty();
        };
    }

    /** {@code (NTSTATUS)0xC0000001} is negative; other casts leave a constant as it is. */
    static long cast(TypeName type, long a) {
        boolean wraps = a >> 31 == 1 && type.pointers() == 0 && !type.array() && SIGNED_32.contains(type.specifiers());
        return wraps ? a - (1L << 32) : a;
    }

    private static boolean isShift(long count) {
        return count >= 0 && count < Long.SIZE;
    }

    private static Optional<Long> truth(boolean claim) {
        return Optional.of(claim ? 1L : 0L);
    }
}
