package io.padlog.extract.parse;

import io.padlog.extract.syntax.BinaryOperator;
import io.padlog.extract.token.TokenKind;
import java.util.Optional;

/** Which operator a token is between two operands. */
final class Operators {
    private static final BinaryOperator[] BINARY = new BinaryOperator[TokenKind.values().length];
    private static final Optional<?>[] COMPOUND = new Optional<?>[TokenKind.values().length];

    static {
        for (TokenKind kind : TokenKind.values()) {
            BINARY[kind.ordinal()] = BinaryOperator.of(kind).orElse(null);
        }
        for (TokenKind kind : TokenKind.values()) {
            Optional<BinaryOperator> operator = Optional.empty();
            for (BinaryOperator candidate : BinaryOperator.values()) {
                boolean assigns = kind.ordinal() >= TokenKind.PLUS_ASSIGN.ordinal()
                    && kind.ordinal() <= TokenKind.XOR_ASSIGN.ordinal();
                if (assigns && kind.spelling().equals(candidate.spelling() + "=")) {
                    operator = Optional.of(candidate);
                }
            }
            COMPOUND[kind.ordinal()] = operator;
        }
    }

    private Operators() {}

    static BinaryOperator binary(TokenKind kind) {
        BinaryOperator operator = BINARY[kind.ordinal()];
        if (operator == null) {
            throw new IllegalStateException(kind + " is no binary operator");
        }
        return operator;
    }

    /** The operator before the {@code =} of a compound assignment; empty for anything else. */
    @SuppressWarnings("unchecked")
    static Optional<BinaryOperator> compound(TokenKind kind) {
        return (Optional<BinaryOperator>) COMPOUND[kind.ordinal()];
    }
}
