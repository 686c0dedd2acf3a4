package io.padlog.extract.lower;

import io.padlog.extract.cfg.Value;
import io.padlog.extract.lower.Classes.ClassType;
import io.padlog.extract.source.Span;
import io.padlog.extract.syntax.Declaration;
import io.padlog.extract.syntax.Declaration.Parameter;
import io.padlog.extract.syntax.Expression;
import io.padlog.extract.syntax.TypeName;
import io.padlog.extract.token.TokenBuffer;
import io.padlog.extract.token.TokenKind;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lambda expressions in a function. Each is a function of its own, {@code outer::lambda1} for the first, so that what
 * takes its address calls it. The variables that it captures are names there that nothing declares.
 */
final class Lambdas {
    private final String function;
    private final Names names;
    private final TokenBuffer tokens;
    private final List<Lifted> lifted = new ArrayList<>();
    /** The copies of a {@code __finally} block share theirs. */
    private final Map<Expression.Lambda, Value> values = new IdentityHashMap<>();

    /** A lambda expression as a function, with the class whose members it may name. */
    record Lifted(Declaration.Function function, Optional<ClassType> owner) {}

    Lambdas(String function, Names names, TokenBuffer tokens) {
        this.function = function;
        this.names = names;
        this.tokens = tokens;
    }

    /** The function that the expression makes. */
    Value value(Expression.Lambda lambda) {
        return values.computeIfAbsent(lambda, this::lift);
    }

    /** In the order in which they were met. */
    List<Lifted> lifted() {
        return lifted;
    }

    private Value lift(Expression.Lambda lambda) {
        String name = function + "::lambda" + (lifted.size() + 1);
        List<Parameter> parameters = new ArrayList<>();
        Span at = new Span(lambda.span().first(), lambda.span().first());
        if (names.isMethod() && capturesObject(lambda)) {
            String type = names.owner().map(owner -> owner.record().tag()).orElse("void");
            parameters.add(new Parameter(at, "this", new TypeName(at, type, 1, false, false), List.of()));
        }
        parameters.addAll(lambda.parameters());
        lifted.add(new Lifted(
                new Declaration.Function(
                        lambda.span(), at, name, Declaration.Storage.STATIC, false, new TypeName(at, "auto", 0, false, false),
                        parameters, false, List.of(), lambda.body(), List.of()),
                names.owner()));
        return new Value.Variable(name, Value.Scope.FUNCTION, -1);
    }

    /** {@code [this]}, {@code [&]}, {@code [=]} */
    private boolean capturesObject(Expression.Lambda lambda) {
        for (int i = lambda.span().first() + 1; tokens.kind(i) != TokenKind.RIGHT_BRACKET; i++) {
            boolean all = tokens.kind(i) == TokenKind.ASSIGN && tokens.kind(i - 1) == TokenKind.LEFT_BRACKET
                    || tokens.kind(i) == TokenKind.AMPERSAND && tokens.kind(i + 1) != TokenKind.IDENTIFIER;
            if (all || tokens.text(i).equals("this")) {
                return true;
            }
        }
        return false;
    }
}
