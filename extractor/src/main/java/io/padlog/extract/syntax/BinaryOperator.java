package io.padlog.extract.syntax;

import io.padlog.extract.token.TokenKind;
import java.util.Arrays;
import java.util.Optional;

/** A binary operator with its precedence; a higher number binds tighter (C17 §6.5.5–6.5.14). */
public enum BinaryOperator {
    MULTIPLY("*", 10), DIVIDE("/", 10), REMAINDER("%", 10),
    ADD("+", 9), SUBTRACT("-", 9),
    SHIFT_LEFT("<<", 8), SHIFT_RIGHT(">>", 8),
    LESS("<", 7), GREATER(">", 7), LESS_EQUAL("<=", 7), GREATER_EQUAL(">=", 7),
    EQUAL("==", 6), NOT_EQUAL("!=", 6),
    BIT_AND("&", 5), BIT_XOR("^", 4), BIT_OR("|", 3),
    AND("&&", 2), OR("||", 1);

    private final String spelling;
    private final int precedence;

    BinaryOperator(String spelling, int precedence) {
        this.spelling = spelling;
        this.precedence = precedence;
    }

    public String spelling() {
        return spelling;
    }

    public int precedence() {
        return precedence;
    }

    /** The operator that a token stands for between two operands, if any. */
    public static Optional<BinaryOperator> of(TokenKind kind) {
        return Arrays.stream(values()).filter(operator -> operator.spelling.equals(kind.spelling())).findFirst();
    }
}
