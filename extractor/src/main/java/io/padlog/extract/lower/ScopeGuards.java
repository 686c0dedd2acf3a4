package io.padlog.extract.lower;

import io.padlog.extract.cfg.Node;
import io.padlog.extract.cfg.Value;
import io.padlog.extract.source.Span;
import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.syntax.Expression;
import io.padlog.extract.syntax.Initializer;
import io.padlog.extract.token.TokenBuffer;
import io.padlog.extract.token.TokenKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Objects that run a lambda expression where their block is left: {@code auto undo = scope_exit([&] { ... });}. They are
 * known by what is done with them, whatever library they are from: nothing, but perhaps to dismiss them or to run them
 * early. A thread is joined and a function called, so they are none.
 */
final class ScopeGuards {
    private static final Set<String> DISMISS = Set.of("release", "Release", "dismiss", "Dismiss", "cancel", "Cancel");
    private static final Set<String> RUN_NOW = Set.of("reset", "Reset");

    private final GraphBuilder graph;
    private final TokenBuffer tokens;
    private final StatementLowering statements;
    private final Map<Value, Guard> guards = new HashMap<>();

    /** @param armed whether it still is to run; empty if that never changes */
    private record Guard(Span span, Expression.Lambda action, Optional<Value> armed) {}

    ScopeGuards(GraphBuilder graph, TokenBuffer tokens, StatementLowering statements) {
        this.graph = graph;
        this.tokens = tokens;
        this.statements = statements;
    }

    /** Makes a guard if the variable is one. @return what is done where its block is left */
    Optional<LocalObject> declare(Declaration.Variable variable, Value target) {
        Optional<Expression.Lambda> action = variable.storage() == Declaration.Storage.NONE
                ? variable.initializer().flatMap(value -> action(variable, value)) : Optional.empty();
        if (action.isEmpty()) {
            return Optional.empty();
        }
        Use use = use(variable);
        if (use == Use.OTHER) {
            return Optional.empty();
        }
        Optional<Value> armed = use == Use.NONE ? Optional.empty() : Optional.of(new Value.Field(target, "armed"));
        armed.ifPresent(flag -> graph.add(new Node.Assign(variable.name(), flag, new Value.Constant(1))));
        Guard guard = new Guard(variable.name(), action.get(), armed);
        guards.put(target, guard);
        return Optional.of((span, abnormally) -> run(guard, abnormally));
    }

    /** {@code auto x = made([] {});}, {@code T x([] {});}, {@code T x{[] {}};}; what is deduced from a lambda alone is one. */
    private static Optional<Expression.Lambda> action(Declaration.Variable variable, Initializer initializer) {
        boolean deduced = variable.type().specifiers().equals("auto");
        List<Expression> arguments = List.of();
        if (initializer instanceof Initializer.Single single && single.value() instanceof Expression.Call call) {
            arguments = deduced ? call.arguments() : List.of();
        } else if (initializer instanceof Initializer.Constructed constructed) {
            arguments = deduced ? List.of() : constructed.arguments();
        } else if (initializer instanceof Initializer.Braced braced && !deduced && braced.items().size() == 1
                && braced.items().get(0).value() instanceof Initializer.Single single) {
            arguments = List.of(single.value());
        }
        return arguments.size() == 1 && arguments.get(0) instanceof Expression.Lambda lambda && lambda.parameters().isEmpty()
                ? Optional.of(lambda) : Optional.empty();
    }

    private enum Use { NONE, DISMISSED, OTHER }

    /** What the rest of the block does with a variable. */
    private Use use(Declaration.Variable variable) {
        Use use = Use.NONE;
        int depth = 0;
        for (int i = variable.span().last() + 1; i < tokens.size() && depth >= 0; i++) {
            TokenKind kind = tokens.kind(i);
            depth += kind == TokenKind.LEFT_BRACE ? 1 : kind == TokenKind.RIGHT_BRACE ? -1 : 0;
            if (kind == TokenKind.IDENTIFIER && tokens.text(i).equals(variable.identifier())) {
                boolean own = tokens.kind(i + 1) == TokenKind.DOT && tokens.kind(i + 3) == TokenKind.LEFT_PAREN
                        && (DISMISS.contains(tokens.text(i + 2)) || RUN_NOW.contains(tokens.text(i + 2)));
                if (!own) {
                    return Use.OTHER;
                }
                use = Use.DISMISSED;
            }
        }
        return use;
    }

    /** What {@code object.method()} does with a guard. @return whether the object is one */
    boolean call(Value object, String method, Span span) {
        Guard guard = guards.get(object);
        if (guard == null || guard.armed().isEmpty()) {
            return false;
        }
        if (RUN_NOW.contains(method)) {
            run(guard, false);
        }
        graph.add(new Node.Assign(span, guard.armed().get(), new Value.Constant(0)));
        return true;
    }

    private void run(Guard guard, boolean abnormally) {
        if (guard.armed().isEmpty()) {
            statements.inline(guard.action().body(), abnormally);
            return;
        }
        Ways ways = graph.branch(guard.span(), guard.armed().get());
        graph.resume(ways.yes());
        statements.inline(guard.action().body(), abnormally);
        graph.merge(ways.no());
    }
}
