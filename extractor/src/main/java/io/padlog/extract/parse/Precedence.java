package io.padlog.extract.parse;

import io.padlog.extract.syntax.BinaryOperator;
import io.padlog.extract.syntax.Expression;
import java.util.ArrayList;
import java.util.List;

/**
 * Groups operands and binary operators by precedence (operator-precedence parsing). Operands of one level become one list, so
 * the result is as deep as there are levels, however long the run.
 */
final class Precedence {
    /** A level that still waits for its next operand. */
    private static final class Level {
        final int precedence;
        final List<BinaryOperator> operators = new ArrayList<>();
        final List<Expression> operands = new ArrayList<>();

        Level(int precedence) {
            this.precedence = precedence;
        }
    }

    private final List<Level> levels = new ArrayList<>();
    private Expression last;

    void first(Expression operand) {
        last = operand;
    }

    void next(BinaryOperator operator, Expression operand) {
        close(operator.precedence());
        int top = levels.size() - 1;
        if (top < 0 || levels.get(top).precedence != operator.precedence()) {
            levels.add(new Level(operator.precedence()));
            top++;
        }
        levels.get(top).operands.add(last);
        levels.get(top).operators.add(operator);
        last = operand;
    }

    Expression finish() {
        close(0);
        return last;
    }

    private void close(int precedence) {
        while (!levels.isEmpty() && levels.get(levels.size() - 1).precedence > precedence) {
            Level level = levels.remove(levels.size() - 1);
            level.operands.add(last);
            last = new Expression.Binary(
                level.operands.get(0).span().to(last.span()), level.operators, level.operands);
        }
    }
}
