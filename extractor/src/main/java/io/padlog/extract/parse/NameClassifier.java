package io.padlog.extract.parse;

import io.padlog.extract.parse.Frames.Mode;
import java.util.function.IntConsumer;

/**
 * Decides, before the grammar sees them, what the names and parentheses of one external declaration are: type or value,
 * cast or group, label, unknown macro. One pass, without recursion, over the tokens' types, which it refines in place.
 *
 * <p>In this order: what the unit declares; else where the name stands. A word before another word, or before {@code *}
 * and a name at the beginning of a statement, is a type. Casts are in {@link TypeGuess}. An unknown macro with arguments
 * is a statement of its own when what follows cannot continue an expression, or stands on a new line and looks like the
 * beginning of a statement; before a brace it is a loop; before the words of a declaration it is one of them.
 */
final class NameClassifier {
    private final ClassifierState state;
    private final int[] type;
    private final int[] match;
    private final StatementNames statements;
    private final DeclarationNames declarations;
    private final ExpressionNames expressions;

    /** @param scopes what was declared before; gets what is declared
     *  @param tooDeep told of each statement that is nested too deeply and folded into an opaque one, by its token */
    NameClassifier(UnitTokens tokens, Scopes scopes, IntConsumer tooDeep) {
        state = new ClassifierState(tokens, scopes, tooDeep);
        type = tokens.type;
        match = tokens.match;
        statements = new StatementNames(state);
        declarations = new DeclarationNames(state);
        expressions = new ExpressionNames(state);
    }

    /**
     * Classifies the external declaration [from, to).
     *
     * @param oldStyle whether it is a function whose parameters are declared behind the parentheses
     * @return false when it is nested too deeply outside of any block
     */
    boolean classify(int from, int to, boolean oldStyle) {
        state.oldStyle = oldStyle;
        state.end = to;
        state.mode = Mode.SPECIFIERS;
        state.frames.start(from);
        int scope = state.scopes.mark();
        int i = from;
        while (i >= 0 && i < to) {
            i = step(i);
        }
        state.scopes.undo(scope);
        return i >= 0;
    }

    Scopes scopes() {
        return state.scopes;
    }

    private int step(int i) {
        switch (type[i]) {
            case UnitTokens.SKIP -> {
                return i + 1;
            }
            case CParser.RIGHT_PAREN, CParser.RIGHT_BRACKET, CParser.RIGHT_BRACE -> {
                return state.close(i);
            }
            case CParser.LEFT_PAREN, CParser.LEFT_BRACKET -> {
                if (match[i] < 0) {
                    // Nobody closes it, so the parser is inside until the statement ends or fails.
                    state.frames.head();
                    return state.unlessTooDeep(i + 1);
                }
            }
            default -> { }
        }
        return switch (state.mode) {
            case STATEMENT -> statements.statement(i);
            case SPECIFIERS -> declarations.specifier(i);
            case DECLARATOR -> declarations.declarator(i);
            case TAIL -> declarations.tail(i);
            case EXPRESSION -> expressions.expression(i);
        };
    }
}
