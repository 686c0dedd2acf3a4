package io.padlog.extract.lower;

import io.padlog.extract.syntax.Expression;

/**
 * Evaluates an expression whose value nobody reads, so that no node is made to keep it. Each answer is whether control
 * goes on.
 */
final class EffectLowering implements Expression.Cases<Boolean> {
    private final GraphBuilder graph;
    private final ExpressionLowering expressions;

    EffectLowering(GraphBuilder graph, ExpressionLowering expressions) {
        this.graph = graph;
        this.expressions = expressions;
    }

    private boolean lower(Expression expression) {
        return expression.fold(this);
    }

    private boolean value(Expression expression) {
        expressions.value(expression);
        return graph.isLive();
    }

    private boolean join(Frontier one, Frontier other) {
        graph.resume(one);
        graph.merge(other);
        return graph.isLive();
    }

    @Override
    public Boolean onBinary(Expression.Binary binary) {
        if (!ExpressionLowering.isShortCircuit(binary)) {
            return value(binary);
        }
        Ways ways = expressions.condition(binary);
        return join(ways.yes(), ways.no());
    }

    @Override
    public Boolean onConditional(Expression.Conditional conditional) {
        Ways ways = expressions.condition(conditional.condition());
        graph.resume(ways.yes());
        if (graph.isLive() && conditional.then().isPresent()) {
            lower(conditional.then().get());
        }
        Frontier end = graph.take();
        graph.resume(ways.no());
        if (graph.isLive()) {
            lower(conditional.otherwise());
        }
        return join(graph.take(), end);
    }

    @Override
    public Boolean onComma(Expression.Comma comma) {
        for (Expression part : comma.parts()) {
            lower(part);
        }
        return graph.isLive();
    }

    @Override
    public Boolean onUpdate(Expression.Update update) {
        expressions.step(update, expressions.place(update.target()));
        return graph.isLive();
    }

    @Override
    public Boolean onCast(Expression.Cast cast) {
        return lower(cast.operand());
    }

    @Override
    public Boolean onUnary(Expression.Unary unary) {
        return lower(unary.operand());
    }

    @Override
    public Boolean onName(Expression.Name name) {
        return graph.isLive();
    }

    @Override
    public Boolean onNumber(Expression.Number number) {
        return graph.isLive();
    }

    @Override
    public Boolean onText(Expression.Text text) {
        return graph.isLive();
    }

    @Override
    public Boolean onCall(Expression.Call call) {
        return value(call);
    }

    @Override
    public Boolean onMember(Expression.Member member) {
        return value(member);
    }

    @Override
    public Boolean onElement(Expression.Element element) {
        return value(element);
    }

    @Override
    public Boolean onAssignment(Expression.Assignment assignment) {
        return value(assignment);
    }

    @Override
    public Boolean onConstruct(Expression.Construct construct) {
        return value(construct);
    }

    @Override
    public Boolean onNew(Expression.New object) {
        return value(object);
    }

    @Override
    public Boolean onDelete(Expression.Delete object) {
        return value(object);
    }

    @Override
    public Boolean onSizeOf(Expression.SizeOf sizeOf) {
        return graph.isLive();
    }

    @Override
    public Boolean onCompoundLiteral(Expression.CompoundLiteral literal) {
        return value(literal);
    }

    @Override
    public Boolean onStatementExpression(Expression.StatementExpression expression) {
        return value(expression);
    }

    @Override
    public Boolean onLambda(Expression.Lambda lambda) {
        return value(lambda);
    }

    @Override
    public Boolean onLabelAddress(Expression.LabelAddress address) {
        return graph.isLive();
    }

    @Override
    public Boolean onOpaque(Expression.Opaque opaque) {
        return graph.isLive();
    }
}
