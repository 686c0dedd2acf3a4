package io.padlog.extract.lower;

import io.padlog.extract.syntax.BinaryOperator;
import io.padlog.extract.syntax.Expression;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The condition of {@code do … while (++i < n)}. Who writes a loop so means to go through it more than never: that
 * {@code i < n} holds before, too, is what a test of {@code i} behind the loop relies on.
 */
final class CountedLoop {
    private static final Set<BinaryOperator> ORDERS = EnumSet.of(BinaryOperator.LESS, BinaryOperator.GREATER,
            BinaryOperator.LESS_EQUAL, BinaryOperator.GREATER_EQUAL);

    private CountedLoop() {}

    /** What holds before the first turn, if the condition counts: {@code i < n} for {@code ++i < n}. */
    static Optional<Expression> before(Expression condition) {
        if (!(condition instanceof Expression.Binary binary) || binary.operands().size() != 2
                || !ORDERS.contains(binary.operators().get(0))
                || binary.operands().stream().noneMatch(CountedLoop::counts)) {
            return Optional.empty();
        }
        List<Expression> operands = binary.operands().stream().map(CountedLoop::uncounted).toList();
        return Optional.of(new Expression.Binary(binary.span(), binary.operators(), operands));
    }

    private static boolean counts(Expression operand) {
        return operand instanceof Expression.Update update && update.prefix();
    }

    private static Expression uncounted(Expression operand) {
        return operand instanceof Expression.Update update && update.prefix() ? update.target() : operand;
    }
}
