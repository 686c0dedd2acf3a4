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
            case CParser.NEW_OBJECT, CParser.BASIC_TYPE -> {
                return construction(i);
            }
            case CParser.NUMBER, CParser.STRING, CParser.SIZEOF_TYPE, CParser.OPAQUE_VALUE, CParser.TYPE_NAME -> {
                state.operandExpected = false;
                return i + 1;
            }
            case CParser.LEFT_PAREN -> {
                return parenthesis(i);
            }
            case CParser.LEFT_BRACKET -> {
                if (state.operandExpected && tokens.isCpp() && frames.kind() != Kind.INITIALIZER) {
                    int body = lambdaBody(i);
                    if (body > i) {
                        return lambda(i, body);
                    }
                }
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
        return construction(i);
    }

    /** {@code T{a}} is {@code T(a)}, and {@code int(a)} a call of what is named so. */
    private int construction(int i) {
        int next = state.typeAt(i + 1);
        boolean operand = tokens.isCpp() && state.operandExpected;
        state.operandExpected = false;
        if (operand && type[i] == CParser.BASIC_TYPE && next == CParser.BASIC_TYPE) {
            // unsigned short(a), from a macro
            type[i] = UnitTokens.SKIP;
            state.operandExpected = true;
            return i + 1;
        }
        if (operand && type[i] == CParser.BASIC_TYPE && (next == CParser.LEFT_PAREN || next == CParser.LEFT_BRACE)) {
            type[i] = CParser.IDENTIFIER;
        }
        if (operand && next == CParser.LEFT_BRACE && match[i + 1] > 0 && isValue(i, match[i + 1] + 1)) {
            type[match[i + 1]] = CParser.RIGHT_PAREN;
            type[i + 1] = CParser.LEFT_PAREN;
        }
        return i + 1;
    }

    /** Whether the braces behind a name are a value, not a block: the statement goes on. */
    private boolean isValue(int name, int behind) {
        return type[name] == CParser.NEW_OBJECT || frames.kind() != Kind.BLOCK || switch (state.typeAt(behind)) {
            case CParser.SEMICOLON, CParser.COMMA, CParser.DOT, CParser.INFIX, CParser.RIGHT_PAREN -> true;
            default -> false;
        };
    }

    private int lambda(int open, int body) {
        int captured = match[open] + 1;
        boolean hasList = type[captured] == CParser.LEFT_PAREN;
        type[open] = CParser.LAMBDA;
        tokens.last[open] = tokens.last[captured - 1];
        state.skip(open + 1, captured);
        state.skip(hasList ? match[captured] + 1 : captured, body);
        return hasList ? state.open(captured, Kind.PARAMETERS, Mode.EXPRESSION, Mode.SPECIFIERS) : body;
    }

    /** The brace that opens the body of a lambda expression; -1 if this is none. */
    private int lambdaBody(int open) {
        int i = match[open] + 1;
        if (i <= open) {
            return -1;
        }
        if (state.typeAt(i) == CParser.LEFT_PAREN && match[i] > 0) {
            i = match[i] + 1;
        }
        while (state.typeAt(i) == CParser.STORAGE) {
            i++;
        }
        if (state.typeAt(i) == CParser.ARROW) {
            i++;
            while (state.typeAt(i) == CParser.IDENTIFIER || state.typeAt(i) == CParser.BASIC_TYPE
                    || state.typeAt(i) == CParser.STAR || state.typeAt(i) == CParser.AMPERSAND) {
                i++;
            }
        }
        return state.typeAt(i) == CParser.LEFT_BRACE && match[i] > i ? i : -1;
    }

    private boolean opensLambda(int brace) {
        int before = beforeSkipped(brace);
        return type[before] == CParser.LAMBDA || type[before] == CParser.RIGHT_PAREN && match[before] > 0
            && type[beforeSkipped(match[before])] == CParser.LAMBDA;
    }

    private int beforeSkipped(int i) {
        int before = i - 1;
        while (before > 0 && type[before] == UnitTokens.SKIP) {
            before--;
        }
        return before;
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
        if (tokens.isCpp() && opensLambda(i)) {
            return state.open(i, Kind.BLOCK, Mode.EXPRESSION, Mode.STATEMENT);
        }
        Kind around = frames.kind();
        int before = type[i - 1];
        boolean list = before == CParser.ASSIGN && !frames.inDeclaration() && around != Kind.ENUMERATORS
            || tokens.isCpp() && around == Kind.ARGUMENTS && state.operandExpected && !holdsStatements(i);
        if (list && around != Kind.INITIALIZER) {
            type[i] = CParser.LIST;
            return state.open(i, Kind.INITIALIZER, Mode.EXPRESSION, Mode.EXPRESSION);
        }
        if (around == Kind.ARGUMENTS && state.operandExpected) {
            return state.open(i, Kind.BLOCK, Mode.EXPRESSION, Mode.STATEMENT);
        }
        if (before == CParser.ASSIGN || around == Kind.INITIALIZER || before == CParser.RIGHT_PAREN && state.operandExpected
                || before == CParser.RETURN) {
            return state.open(i, Kind.INITIALIZER, Mode.EXPRESSION, Mode.EXPRESSION);
        }
        return state.open(i, Kind.BLOCK, Mode.STATEMENT, Mode.STATEMENT);
    }

    private boolean holdsStatements(int brace) {
        for (int i = brace; i < match[brace]; i++) {
            if (type[i] == CParser.SEMICOLON) {
                return true;
            }
        }
        return false;
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
