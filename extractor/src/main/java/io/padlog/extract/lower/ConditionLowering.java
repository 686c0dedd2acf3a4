package io.padlog.extract.lower;

import io.padlog.extract.cfg.Value;
import io.padlog.extract.syntax.BinaryOperator;
import io.padlog.extract.syntax.Expression;
import java.util.List;
import java.util.Optional;

/** Branches on an expression: {@code &&}, {@code ||}, {@code !}, {@code ?:} are control flow (C17 §6.5.13–15). */
final class ConditionLowering implements Expression.Cases<Ways> {
    private final GraphBuilder graph;
    private final ExpressionLowering expressions;

    ConditionLowering(GraphBuilder graph, ExpressionLowering expressions) {
        this.graph = graph;
        this.expressions = expressions;
    }

    private Ways ways(Expression expression) {
        return expressions.condition(expression);
    }

    /** Branches on the value as a whole; a constant leads one way. */
    private Ways test(Expression expression) {
        Value value = expressions.value(expression);
        if (value instanceof Value.Constant constant) {
            return constant(constant.value() != 0);
        }
        if (value instanceof Value.Text) {
            return constant(true);
        }
        return graph.branch(expression.span(), value);
    }

    private Ways constant(boolean holds) {
        Frontier here = graph.take();
        return holds ? new Ways(here, new Frontier()) : new Ways(new Frontier(), here);
    }

    @Override
    public Ways onBinary(Expression.Binary binary) {
        if (!ExpressionLowering.isShortCircuit(binary)) {
            return test(binary);
        }
        boolean and = binary.operators().get(0) == BinaryOperator.AND;
        List<Expression> operands = binary.operands();
        Frontier decided = new Frontier();
        for (int i = 0; i < operands.size() && (i == 0 || graph.isLive()); i++) {
            Ways ways = ways(operands.get(i));
            graph.resume(and ? ways.yes() : ways.no());
            decided.addAll(and ? ways.no() : ways.yes());
        }
        Frontier last = graph.take();
        return and ? new Ways(last, decided) : new Ways(decided, last);
    }

    @Override
    public Ways onUnary(Expression.Unary unary) {
        return unary.operator() == Expression.UnaryOperator.NOT ? ways(unary.operand()).swapped() : test(unary);
    }

    @Override
    public Ways onConditional(Expression.Conditional conditional) {
        Ways condition = ways(conditional.condition());
        if (conditional.then().isEmpty()) {
            graph.resume(condition.no());
            Ways otherwise = ways(conditional.otherwise());
            condition.yes().addAll(otherwise.yes());
            return new Ways(condition.yes(), otherwise.no());
        }
        graph.resume(condition.yes());
        Ways then = graph.isLive() ? ways(conditional.then().get()) : new Ways(new Frontier(), new Frontier());
        graph.resume(condition.no());
        if (graph.isLive()) {
            Ways otherwise = ways(conditional.otherwise());
            then.yes().addAll(otherwise.yes());
            then.no().addAll(otherwise.no());
        }
        return then;
    }

    @Override
    public Ways onComma(Expression.Comma comma) {
        int last = comma.parts().size() - 1;
        for (int i = 0; i < last; i++) {
            expressions.effect(comma.parts().get(i));
        }
        return ways(comma.parts().get(last));
    }

    @Override
    public Ways onCast(Expression.Cast cast) {
        return ways(cast.operand());
    }

    @Override
    public Ways onCall(Expression.Call call) {
        Optional<Intrinsic> intrinsic = expressions.intrinsic(call);
        boolean hint = intrinsic.isPresent() && intrinsic.get() == Intrinsic.EXPECT && !call.arguments().isEmpty();
        return hint ? ways(call.arguments().get(0)) : test(call);
    }

    @Override
    public Ways onName(Expression.Name name) {
        return test(name);
    }

    @Override
    public Ways onNumber(Expression.Number number) {
        return test(number);
    }

    @Override
    public Ways onText(Expression.Text text) {
        return test(text);
    }

    @Override
    public Ways onMember(Expression.Member member) {
        return test(member);
    }

    @Override
    public Ways onElement(Expression.Element element) {
        return test(element);
    }

    @Override
    public Ways onUpdate(Expression.Update update) {
        return test(update);
    }

    @Override
    public Ways onAssignment(Expression.Assignment assignment) {
        return test(assignment);
    }

    @Override
    public Ways onConstruct(Expression.Construct construct) {
        return test(construct);
    }

    @Override
    public Ways onNew(Expression.New object) {
        return test(object);
    }

    @Override
    public Ways onDelete(Expression.Delete object) {
        return test(object);
    }

    @Override
    public Ways onSizeOf(Expression.SizeOf sizeOf) {
        return test(sizeOf);
    }

    @Override
    public Ways onCompoundLiteral(Expression.CompoundLiteral literal) {
        return test(literal);
    }

    @Override
    public Ways onStatementExpression(Expression.StatementExpression expression) {
        return test(expression);
    }

    @Override
    public Ways onLambda(Expression.Lambda lambda) {
        return test(lambda);
    }

    @Override
    public Ways onLabelAddress(Expression.LabelAddress address) {
        return test(address);
    }

    @Override
    public Ways onOpaque(Expression.Opaque opaque) {
        return test(opaque);
    }
}
