package io.padlog.extract.parse;

import io.padlog.extract.parse.Frames.Kind;
import io.padlog.extract.parse.Frames.Mode;

/** The names and parentheses at the beginning of statements. */
final class StatementNames {
    private final ClassifierState state;
    private final int[] type;
    private final int[] match;
    private final StatementGuess statements;
    private final Frames frames;

    StatementNames(ClassifierState state) {
        this.state = state;
        type = state.type;
        match = state.match;
        statements = state.statements;
        frames = state.frames;
    }

    int statement(int i) {
        switch (type[i]) {
            case CParser.LEFT_BRACE -> {
                return state.open(i, Kind.BLOCK, Mode.STATEMENT, Mode.STATEMENT);
            }
            case CParser.SEMICOLON -> {
                return state.semicolon(i);
            }
            case CParser.IF, CParser.ELSE_IF, CParser.WHILE, CParser.BARE_WHILE, CParser.SWITCH, CParser.FOR,
                    CParser.EXCEPT -> {
                if (type[i] == CParser.IF || type[i] == CParser.WHILE || type[i] == CParser.SWITCH || type[i] == CParser.FOR) {
                    frames.head();
                }
                if (state.typeAt(i + 1) != CParser.LEFT_PAREN || match[i + 1] < 0) {
                    return state.beginExpression(i + 1);
                }
                boolean loop = type[i] == CParser.FOR;
                if (state.tokens.isCpp() && (loop ? isRange(i) : declares(i + 2))) {
                    type[i] = loop ? CParser.RANGE_FOR : type[i];
                    return state.open(i + 1, loop ? Kind.FOR : Kind.HEAD, Mode.STATEMENT, Mode.SPECIFIERS);
                }
                return state.open(i + 1, loop ? Kind.FOR : Kind.HEAD, Mode.STATEMENT, loop ? Mode.STATEMENT : Mode.EXPRESSION);
            }
            case CParser.DO -> {
                frames.head();
                return state.unlessTooDeep(i + 1);
            }
            case CParser.CPP_CATCH -> {
                return state.typeAt(i + 1) == CParser.LEFT_PAREN && match[i + 1] > 0
                    ? state.open(i + 1, Kind.PARAMETERS, Mode.STATEMENT, Mode.SPECIFIERS) : i + 1;
            }
            case CParser.ELSE, CParser.TRY, CParser.CPP_TRY, CParser.FINALLY, CParser.DEFAULT, CParser.COLON, CParser.STATIC_ASSERT -> {
                return i + 1;
            }
            case CParser.CASE -> {
                frames.beginCase();
                return state.beginExpression(i + 1);
            }
            case CParser.RETURN, CParser.GOTO, CParser.BREAK, CParser.CONTINUE, CParser.LEAVE, CParser.THROW -> {
                return state.beginExpression(i + 1);
            }
            case CParser.ASM -> {
                boolean terminated = state.typeAt(i + 1) == CParser.SEMICOLON;
                if (terminated) {
                    type[i + 1] = UnitTokens.SKIP;
                }
                state.endStatement(terminated ? i + 2 : i + 1);
                return i + 1;
            }
            case CParser.STORAGE, CParser.BASIC_TYPE, CParser.STRUCT, CParser.UNION, CParser.ENUM -> {
                return state.beginDeclaration(i);
            }
            case CParser.IDENTIFIER -> {
                return statementWord(i);
            }
            default -> {
                return state.beginExpression(i);
            }
        }
    }

    /** {@code for (T name : range)} */
    private boolean isRange(int loop) {
        int close = match[loop + 1];
        for (int i = loop + 2; i < close; i++) {
            switch (type[i]) {
                case CParser.COLON -> {
                    return true;
                }
                case CParser.SEMICOLON, CParser.QUESTION, CParser.ASSIGN -> {
                    return false;
                }
                case CParser.LEFT_PAREN, CParser.LEFT_BRACKET, CParser.LEFT_BRACE -> i = Math.max(i, match[i]);
                default -> { }
            }
        }
        return false;
    }

    /** {@code if (T name = value)} */
    private boolean declares(int first) {
        int i = first;
        while (state.typeAt(i) == CParser.STORAGE || state.typeAt(i) == CParser.BASIC_TYPE
                || state.typeAt(i) == CParser.IDENTIFIER && state.typeAt(i + 1) != CParser.ASSIGN) {
            i++;
        }
        int words = i - first;
        while (state.typeAt(i) == CParser.STAR || state.typeAt(i) == CParser.AMPERSAND) {
            i++;
        }
        return words > 0 && state.typeAt(i) == CParser.IDENTIFIER && state.typeAt(i + 1) == CParser.ASSIGN;
    }

    private int statementWord(int i) {
        StatementGuess.Beginning beginning = statements.guess(i, state.end);
        return switch (beginning) {
            case LABEL -> {
                type[i] = CParser.LABEL;
                yield i + 1;
            }
            case DECLARATION -> state.beginDeclaration(i);
            case EXPRESSION -> state.beginExpression(i);
            case MACRO_WORD -> {
                type[i] = CParser.MACRO_WORD;
                state.endStatement(i + 1);
                yield i + 1;
            }
            case MACRO_CALL, MACRO_LOOP -> {
                boolean loop = beginning == StatementGuess.Beginning.MACRO_LOOP;
                type[i] = loop ? CParser.MACRO_LOOP : CParser.MACRO_CALL;
                if (loop) {
                    frames.head();
                }
                int next = state.open(i + 1, Kind.ARGUMENTS, Mode.STATEMENT, Mode.EXPRESSION);
                yield next == i + 2 ? state.argument(next) : next;
            }
        };
    }
}
