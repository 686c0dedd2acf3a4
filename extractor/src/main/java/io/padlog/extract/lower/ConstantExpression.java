package io.padlog.extract.lower;

import io.padlog.extract.syntax.BinaryOperator;
import io.padlog.extract.syntax.Expression;
import java.util.Optional;
import java.util.function.Function;

/** The value of an expression that is made of integer constants and enumerators alone (C17 §6.6), if it is one. */
final class ConstantExpression implements Expression.Cases<Optional<Long>> {
    private final Function<String, Optional<Long>> enumerators;

    ConstantExpression(Function<String, Optional<Long>> enumerators) {
        this.enumerators = enumerators;
    }

    Optional<Long> evaluate(Expression expression) {
        return expression.fold(this);
    }

    @Override
    public Optional<Long> onName(Expression.Name name) {
        return enumerators.apply(name.name());
    }

    @Override
    public Optional<Long> onNumber(Expression.Number number) {
        return number.value();
    }

    @Override
    public Optional<Long> onText(Expression.Text text) {
        return Optional.empty();
    }

    @Override
    public Optional<Long> onCall(Expression.Call call) {
        return Optional.empty();
    }

    @Override
    public Optional<Long> onMember(Expression.Member member) {
        return Optional.empty();
    }

    @Override
    public Optional<Long> onElement(Expression.Element element) {
        return Optional.empty();
    }

    @Override
    public Optional<Long> onUnary(Expression.Unary unary) {
        return evaluate(unary.operand()).flatMap(operand -> Arithmetic.apply(unary.operator(), operand));
    }

    @Override
    public Optional<Long> onUpdate(Expression.Update update) {
        return Optional.empty();
    }

    @Override
    public Optional<Long> onBinary(Expression.Binary binary) {
        Optional<Long> result = evaluate(binary.operands().get(0));
        for (int i = 0; i < binary.operators().size() && result.isPresent(); i++) {
            BinaryOperator operator = binary.operators().get(i);
            long left = result.get();
            result = evaluate(binary.operands().get(i + 1)).flatMap(right -> Arithmetic.apply(operator, left, right));
        }
        return result;
    }

    @Override
    public Optional<Long> onAssignment(Expression.Assignment assignment) {
        return Optional.empty();
    }

    @Override
    public Optional<Long> onConditional(Expression.Conditional conditional) {
        Optional<Long> condition = evaluate(conditional.condition());
        if (condition.isEmpty()) {
            return condition;
        }
        if (condition.get() == 0) {
            return evaluate(conditional.otherwise());
        }
        return conditional.then().isPresent() ? evaluate(conditional.then().get()) : condition;
    }

    @Override
    public Optional<Long> onCast(Expression.Cast cast) {
        return evaluate(cast.operand()).map(operand -> Arithmetic.cast(cast.type(), operand));
    }

    @Override
    public Optional<Long> onConstruct(Expression.Construct construct) {
        return Optional.empty();
    }

    @Override
    public Optional<Long> onNew(Expression.New object) {
        return Optional.empty();
    }

    @Override
    public Optional<Long> onDelete(Expression.Delete object) {
        return Optional.empty();
    }

    @Override
    public Optional<Long> onSizeOf(Expression.SizeOf sizeOf) {
        return Optional.empty();
    }

    @Override
    public Optional<Long> onCompoundLiteral(Expression.CompoundLiteral literal) {
        return Optional.empty();
    }

    @Override
    public Optional<Long> onComma(Expression.Comma comma) {
        return Optional.empty();
    }

    @Override
    public Optional<Long> onStatementExpression(Expression.StatementExpression expression) {
        return Optional.empty();
    }

    @Override
    public Optional<Long> onLambda(Expression.Lambda lambda) {
        return Optional.empty();
    }

    @Override
    public Optional<Long> onLabelAddress(Expression.LabelAddress address) {
        return Optional.empty();
    }

    @Override
    public Optional<Long> onOpaque(Expression.Opaque opaque) {
        return Optional.empty();
    }
}
