package io.padlog.extract.lower;

import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import io.padlog.extract.source.Span;
import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.syntax.Expression;
import io.padlog.extract.syntax.Initializer;
import io.padlog.extract.token.TokenBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Variables of C that run a function where their block is left: GNU's {@code __attribute__((cleanup(function)))}, which is
 * given the variable's address, and {@code padlog_undo(function)}, as which the prelude writes Linux's {@code guard}: that
 * is given what the initialiser's call was given.
 */
final class Cleanups {
    private static final String CLEANUP = "cleanup";
    private static final String UNDO = "padlog_undo";

    private final GraphBuilder graph;
    private final TokenBuffer tokens;
    private final Names names;
    private final ExpressionLowering expressions;

    Cleanups(GraphBuilder graph, TokenBuffer tokens, Names names, ExpressionLowering expressions) {
        this.graph = graph;
        this.tokens = tokens;
        this.names = names;
        this.expressions = expressions;
    }

    /** Whether the variable's initialiser is a call that is undone at the end. */
    boolean isUndone(Declaration.Variable variable) {
        return function(variable, UNDO).isPresent();
    }

    /** Makes the call of the initialiser; the variable keeps its first argument. @return what is done at the end */
    LocalObject undone(Declaration.Variable variable, Value target) {
        String undo = function(variable, UNDO).orElseThrow();
        Optional<Expression> made = variable.initializer().filter(Initializer.Single.class::isInstance)
                .map(single -> ((Initializer.Single) single).value());
        Span span = variable.name();
        List<Value> kept = new ArrayList<>();
        if (made.isPresent() && made.get() instanceof Expression.Call call) {
            List<Value> arguments = call.arguments().stream().map(expressions::value).toList();
            if (!arguments.isEmpty()) {
                expressions.assign(span, target, arguments.get(0));
                kept.add(target);
            }
            graph.add(new Node.Call(call.span(), Place.callee(expressions.value(call.function())), arguments));
        } else if (made.isPresent()) {
            expressions.assign(span, target, expressions.value(made.get()));
            kept.add(target);
        }
        return (end, abnormally) -> run(undo, kept, end);
    }

    /** What is done at the end of a variable that has got its value, if anything. */
    Optional<LocalObject> cleanedUp(Declaration.Variable variable, Value target) {
        return function(variable, CLEANUP)
                .map(cleanup -> (end, abnormally) -> run(cleanup, List.of(Place.addressOf(target)), end));
    }

    private void run(String function, List<Value> arguments, Span span) {
        graph.add(new Node.Call(span, Place.callee(names.meaning(function)), arguments));
    }

    /** The name stands behind the attribute's parenthesis; as written it may be a macro's use. */
    private Optional<String> function(Declaration.Variable variable, String attribute) {
        return variable.annotations().stream()
                .filter(annotation -> annotation.identifier().equals(attribute) && annotation.arguments().size() == 1)
                .map(annotation -> tokens.text(annotation.span().first() + 2)).findFirst();
    }
}
