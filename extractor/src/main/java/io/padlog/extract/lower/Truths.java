package io.padlog.extract.lower;

import io.padlog.extract.cfg.Value;
import io.padlog.extract.syntax.Expression;
import io.padlog.extract.syntax.TypeName;
import io.padlog.extract.token.TokenBuffer;
import java.util.Set;

/**
 * Where a comparison with 1 asks for truth: {@code acquired == TRUE} means {@code acquired}, since a truth is 0 or 1. C
 * says so of {@code _Bool} alone (C17 §6.3.1.2), and drivers of their platform's types.
 */
final class Truths {
    private static final Value ONE = new Value.Constant(1);
    private static final Set<String> LITERALS = Set.of("TRUE", "true");
    private static final Set<String> TYPES = Set.of("BOOLEAN", "BOOL", "LOGICAL", "bool", "_Bool", "boolean_t");

    private final TokenBuffer tokens;
    private final Names names;

    Truths(TokenBuffer tokens, Names names) {
        this.tokens = tokens;
        this.names = names;
    }

    /** Whether an operand that is 1 is written as a truth, or is compared with a variable that holds one. */
    boolean isTrue(Expression operand, Value value, Value other) {
        if (!value.equals(ONE)) {
            return false;
        }
        int token = operand.span().first();
        boolean written = operand instanceof Expression.Number
                && (LITERALS.contains(tokens.macro(token)) || LITERALS.contains(tokens.text(token)));
        return written || other instanceof Value.Variable variable && names.type(variable).filter(Truths::isTruth).isPresent();
    }

    private static boolean isTruth(TypeName type) {
        return type.pointers() == 0 && !type.array() && TYPES.contains(type.specifiers());
    }
}
