package io.padlog.extract.parse;

import io.padlog.extract.parse.Frames.Kind;
import io.padlog.extract.parse.Frames.Mode;
import io.padlog.extract.parse.Scopes.Meaning;
import io.padlog.extract.token.TokenKind;

/** The names and parentheses of expressions and initializers. */
final class ExpressionNames {
    private final ClassifierState state;
    private final UnitTokens tokens;
    private final int[] type;
    private final int[] match;
    private final Scopes scopes;
    private final TypeGuess guess;
    private final StatementGuess statements;
    private final Frames frames;

    ExpressionNames(ClassifierState state) {
        this.state = state;
        tokens = state.tokens;
        type = state.type;
        match = state.match;
        scopes = state.scopes;
        guess = state.guess;
        statements = state.statements;
        frames = state.frames;
    }

    int expression(int i) {
        switch (type[i]) {
            case CParser.IDENTIFIER -> {
                return name(i);
            }
            case CParser.NUMBER, CParser.STRING, CParser.SIZEOF_TYPE, CParser.OPAQUE_VALUE, CParser.BASIC_TYPE,
                    CParser.TYPE_NAME -> {
                state.operandExpected = false;
                return i + 1;
            }
            case CParser.LEFT_PAREN -> {
                return parenthesis(i);
            }
            case CParser.LEFT_BRACKET -> {
                frames.operandPart();
                return state.open(i, Kind.INDEX, Mode.EXPRESSION, Mode.EXPRESSION);
            }
            case CParser.LEFT_BRACE -> {
                return brace(i);
            }
            case CParser.SEMICOLON -> {
                return state.semicolon(i);
            }
            case CParser.COMMA -> {
                return comma(i);
            }
            case CParser.COLON -> {
                state.operandExpected = true;
                if (frames.endsCase()) {
                    state.mode = Mode.STATEMENT;
                }
                return i + 1;
            }
            case CParser.DOT, CParser.ARROW -> {
                frames.operandPart();
                state.operandExpected = false;
                return state.unlessTooDeep(state.typeAt(i + 1) == CParser.IDENTIFIER ? i + 2 : i + 1);
            }
            case CParser.IF, CParser.ELSE, CParser.ELSE_IF, CParser.FOR, CParser.WHILE, CParser.DO, CParser.SWITCH,
                    CParser.RETURN, CParser.BREAK, CParser.CONTINUE, CParser.GOTO, CParser.TRY -> {
                if (!state.operandExpected && frames.kind() == Kind.BLOCK) {
                    return terminate(i);
                }
                state.mode = Mode.STATEMENT;
                return i;
            }
            default -> {
                return operator(i);
            }
        }
    }

    private int name(int i) {
        if (!state.operandExpected && endsMacro(i)) {
            return terminate(i);
        }
        if (frames.kind() == Kind.ENUMERATORS && state.operandExpected && type[i - 1] != CParser.ASSIGN) {
            scopes.declareGlobally(tokens.text(i), Meaning.VALUE);
        } else if (frames.kind() == Kind.INITIALIZER && state.operandExpected && state.typeAt(i + 1) == CParser.COLON
                && (type[i - 1] == CParser.COMMA || type[i - 1] == CParser.LEFT_BRACE)) {
            type[i] = CParser.LABEL;
            return i + 2;
        } else if (!state.operandExpected && type[i - 1] == CParser.STRING) {
            type[i] = CParser.STRING;
        }
        state.operandExpected = false;
        return i + 1;
    }

    /** A macro that made a whole statement, {@code ((void)0)}, was used without semicolon on the line before. */
    private boolean endsMacro(int i) {
        return frames.kind() == Kind.BLOCK && !frames.inDeclaration()
            && !tokens.buffer.macro(tokens.last[i - 1]).isEmpty() && statements.onNewLine(i - 1, i);
    }

    /** Puts in the semicolon that is missing before the token. */
    private int terminate(int i) {
        tokens.unterminated[i] = true;
        state.endStatement(i);
        return i;
    }

    private int operator(int i) {
        switch (type[i]) {
            case CParser.INCREMENT, CParser.DECREMENT -> frames.operandPart();
            case CParser.QUESTION -> {
                frames.beginConditional();
                frames.expressionPart();
                frames.endOperand();
                state.operandExpected = true;
            }
            default -> {
                if (state.operandExpected) {
                    frames.operandPart();
                } else {
                    frames.endOperand();
                    if (isAssignment(i)) {
                        frames.expressionPart();
                    }
                }
                state.operandExpected = true;
            }
        }
        return state.unlessTooDeep(i + 1);
    }

    private boolean isAssignment(int i) {
        if (type[i] != CParser.INFIX) {
            return type[i] == CParser.ASSIGN;
        }
        int kind = tokens.buffer.kind(tokens.first[i]).ordinal();
        return kind >= TokenKind.ASSIGN.ordinal() && kind <= TokenKind.XOR_ASSIGN.ordinal();
    }

    private int parenthesis(int i) {
        if (!state.operandExpected) {
            frames.operandPart();
            int next = state.open(i, Kind.ARGUMENTS, Mode.EXPRESSION, Mode.EXPRESSION);
            return next == i + 1 ? state.argument(next) : next;
        }
        if (state.typeAt(i + 1) == CParser.LEFT_BRACE) {
            return state.open(i, Kind.GROUP, Mode.EXPRESSION, Mode.STATEMENT);
        }
        int close = match[i];
        if (guess.opensType(i, close, state.end)) {
            type[i] = state.typeAt(close + 1) == CParser.LEFT_BRACE ? CParser.LITERAL : CParser.CAST;
            frames.operandPart();
            return state.open(i, Kind.TYPE, Mode.EXPRESSION, Mode.SPECIFIERS);
        }
        return state.open(i, Kind.GROUP, Mode.EXPRESSION, Mode.EXPRESSION);
    }

    private int brace(int i) {
        Kind around = frames.kind();
        int before = type[i - 1];
        if (around == Kind.ARGUMENTS && state.operandExpected) {
            return state.open(i, Kind.BLOCK, Mode.EXPRESSION, Mode.STATEMENT);
        }
        if (before == CParser.ASSIGN || around == Kind.INITIALIZER || before == CParser.RIGHT_PAREN && state.operandExpected
                || before == CParser.RETURN) {
            return state.open(i, Kind.INITIALIZER, Mode.EXPRESSION, Mode.EXPRESSION);
        }
        return state.open(i, Kind.BLOCK, Mode.STATEMENT, Mode.STATEMENT);
    }

    private int comma(int i) {
        frames.endExpression();
        state.operandExpected = true;
        switch (frames.kind()) {
            case ARGUMENTS -> {
                return state.argument(i + 1);
            }
            case FILE, BLOCK, FOR, FIELDS -> {
                if (frames.inDeclaration()) {
                    state.mode = Mode.DECLARATOR;
                }
            }
            case PARAMETERS -> state.beginDeclaration(i);
            default -> { }
        }
        return i + 1;
    }
}
