package io.padlog.extract.parse;

import io.padlog.extract.parse.Frames.Kind;
import io.padlog.extract.parse.Frames.Mode;
import io.padlog.extract.parse.Scopes.Meaning;

/** The names and parentheses of declarations: words, declarators and what stands behind them. */
final class DeclarationNames {
    private final ClassifierState state;
    private final UnitTokens tokens;
    private final int[] type;
    private final int[] match;
    private final Scopes scopes;
    private final TypeGuess guess;
    private final StatementGuess statements;
    private final Frames frames;

    DeclarationNames(ClassifierState state) {
        this.state = state;
        tokens = state.tokens;
        type = state.type;
        match = state.match;
        scopes = state.scopes;
        guess = state.guess;
        statements = state.statements;
        frames = state.frames;
    }

    int specifier(int i) {
        switch (type[i]) {
            case CParser.STORAGE -> {
                if (tokens.text(i).equals("typedef")) {
                    frames.seeTypedef();
                }
                return i + 1;
            }
            case CParser.BASIC_TYPE -> {
                frames.seeType();
                return i + 1;
            }
            case CParser.STRUCT, CParser.UNION -> {
                return record(i, Kind.FIELDS, Mode.SPECIFIERS);
            }
            case CParser.ENUM -> {
                return record(i, Kind.ENUMERATORS, Mode.EXPRESSION);
            }
            case CParser.IDENTIFIER -> {
                return specifierWord(i);
            }
            case CParser.STRING -> {
                // extern "C" before one declaration
                if (frames.isOutermost()) {
                    type[i] = UnitTokens.SKIP;
                    return i + 1;
                }
                state.mode = Mode.DECLARATOR;
                return i;
            }
            default -> {
                state.mode = Mode.DECLARATOR;
                return i;
            }
        }
    }

    private int record(int i, Kind kind, Mode inside) {
        frames.seeType();
        int next = i + 1;
        // Unknown macros between the keyword and the tag: struct DECLSPEC_ALIGN(8) PACKED tag {
        while (state.typeAt(next) == CParser.IDENTIFIER && state.typeAt(next + 1) == CParser.LEFT_PAREN && match[next + 1] > 0
                && state.typeAt(match[next + 1] + 1) == CParser.IDENTIFIER) {
            int behind = match[next + 1] + 1;
            state.skip(next, behind);
            next = behind;
        }
        int brace = next;
        while (state.typeAt(brace) == CParser.IDENTIFIER) {
            brace++;
        }
        if (state.typeAt(brace) == CParser.LEFT_BRACE && brace > next + 1) {
            state.skip(next, brace - 1);
            next = brace - 1;
        }
        if (state.typeAt(next) == CParser.IDENTIFIER) {
            if (tokens.isCpp()) {
                scopes.declareGlobally(tokens.text(next), Meaning.TYPE);
            }
            next++;
        }
        return state.typeAt(next) == CParser.LEFT_BRACE ? state.open(next, kind, Mode.SPECIFIERS, inside) : next;
    }

    private int specifierWord(int i) {
        switch (guess.word(i, state.end, frames.kind(), frames.seenType(), state.oldStyle)) {
            case TYPE -> {
                type[i] = CParser.TYPE_NAME;
                if (!statements.isMacroLike(i, state.typeAt(i + 1))) {
                    scopes.seenAsType(tokens.text(i));
                }
                frames.seeType();
                return i + 1;
            }
            case MACRO_TYPE -> {
                int close = match[i + 1];
                type[i] = CParser.TYPE_NAME;
                state.skip(i + 1, close + 1);
                return close + 1;
            }
            default -> {
                state.mode = Mode.DECLARATOR;
                return i;
            }
        }
    }

    int declarator(int i) {
        switch (type[i]) {
            case CParser.STAR -> {
                return i + 1;
            }
            case CParser.AMPERSAND, CParser.AND_AND -> {
                if (tokens.isCpp()) {
                    return i + 1;
                }
                state.mode = Mode.TAIL;
                return i;
            }
            case CParser.IDENTIFIER -> {
                int list = i + 2;
                if (state.typeAt(i + 1) == CParser.IDENTIFIER && state.typeAt(list) == CParser.LEFT_PAREN && match[list] > 0
                        && state.typeAt(match[list] + 1) == CParser.LEFT_BRACE) {
                    // A calling convention of the project's own before the name of a function.
                    type[i] = UnitTokens.SKIP;
                    return i + 1;
                }
                declare(i);
                state.mode = Mode.TAIL;
                return i + 1;
            }
            case CParser.LEFT_PAREN -> {
                if (!guess.opensDeclarator(i, frames.kind())) {
                    state.mode = Mode.TAIL;
                    return i;
                }
                // A calling convention of the project's own: (DRVAPI *name)
                int inner = i + 1;
                while (state.typeAt(inner) == CParser.IDENTIFIER
                        && (state.typeAt(inner + 1) == CParser.STAR || state.typeAt(inner + 1) == CParser.IDENTIFIER)) {
                    type[inner++] = UnitTokens.SKIP;
                }
                type[i] = CParser.NESTED;
                boolean isTypedef = frames.isTypedef();
                int next = state.open(i, Kind.DECLARATOR, Mode.TAIL, Mode.DECLARATOR);
                if (isTypedef) {
                    frames.seeTypedef();
                }
                return next;
            }
            default -> {
                state.mode = Mode.TAIL;
                return i;
            }
        }
    }

    private void declare(int i) {
        Meaning meaning = frames.isTypedef() ? Meaning.TYPE : Meaning.VALUE;
        switch (frames.kind()) {
            case FILE -> {
                // A constructor does not hide its class.
                if (!tokens.isClass(i)) {
                    scopes.declareGlobally(tokens.text(i), meaning);
                }
            }
            case BLOCK, FOR, HEAD, PARAMETERS -> scopes.declare(tokens.text(i), meaning);
            case DECLARATOR -> {
                if (frames.isTypedef()) {
                    scopes.declareGlobally(tokens.text(i), meaning);
                } else {
                    scopes.declare(tokens.text(i), meaning);
                }
            }
            default -> { }
        }
    }

    int tail(int i) {
        switch (type[i]) {
            case CParser.LEFT_PAREN -> {
                if (tokens.isCpp() && frames.kind() == Kind.BLOCK && guess.constructs(i)) {
                    type[i] = CParser.CONSTRUCT;
                    int next = state.open(i, Kind.ARGUMENTS, Mode.TAIL, Mode.EXPRESSION);
                    return next == i + 1 ? state.argument(next) : next;
                }
                if (frames.kind() == Kind.FILE && !guess.holdsParameters(i)) {
                    state.skip(i + 1, match[i]);
                }
                return state.open(i, Kind.PARAMETERS, Mode.TAIL, Mode.SPECIFIERS);
            }
            case CParser.LEFT_BRACKET -> {
                return state.open(i, Kind.INDEX, Mode.TAIL, Mode.EXPRESSION);
            }
            case CParser.ASSIGN, CParser.COLON -> {
                state.mode = Mode.EXPRESSION;
                state.operandExpected = true;
                return i + 1;
            }
            case CParser.MEMBERS -> {
                return state.beginExpression(i + 1);
            }
            case CParser.COMMA -> {
                return declarationComma(i);
            }
            case CParser.SEMICOLON -> {
                return state.semicolon(i);
            }
            case CParser.LEFT_BRACE -> {
                if (tokens.isCpp() && i > 0 && type[i - 1] != CParser.RIGHT_PAREN && frames.kind() != Kind.FIELDS) {
                    type[i] = CParser.LIST;
                    return state.open(i, Kind.INITIALIZER, Mode.TAIL, Mode.EXPRESSION);
                }
                return state.open(i, Kind.BLOCK, Mode.STATEMENT, Mode.STATEMENT);
            }
            case CParser.IDENTIFIER -> {
                if (state.oldStyle && frames.isOutermost()) {
                    return state.beginDeclaration(i);
                }
                // An unknown annotation behind the declarator, with its arguments.
                int behind = i + 1;
                if (state.typeAt(behind) == CParser.LEFT_PAREN && match[behind] > 0) {
                    behind = match[behind] + 1;
                }
                state.skip(i, behind);
                return behind;
            }
            case CParser.STORAGE, CParser.BASIC_TYPE, CParser.STRUCT, CParser.UNION, CParser.ENUM -> {
                return state.beginDeclaration(i);
            }
            case CParser.ASM, CParser.ELLIPSIS -> {
                return i + 1;
            }
            default -> {
                return state.beginExpression(i);
            }
        }
    }

    private int declarationComma(int i) {
        switch (frames.kind()) {
            case PARAMETERS -> state.beginDeclaration(i);
            case ARGUMENTS -> {
                return state.argument(i + 1);
            }
            default -> state.mode = Mode.DECLARATOR;
        }
        return i + 1;
    }
}
