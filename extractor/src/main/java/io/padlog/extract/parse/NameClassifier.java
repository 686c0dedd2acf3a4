package io.padlog.extract.parse;

import io.padlog.extract.parse.Frames.Kind;
import io.padlog.extract.parse.Frames.Mode;
import io.padlog.extract.parse.Scopes.Meaning;
import io.padlog.extract.token.TokenKind;
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
    private final UnitTokens tokens;
    private final int[] type;
    private final int[] match;
    private final Scopes scopes;
    private final TypeGuess guess;
    private final StatementGuess statements;
    private final Frames frames = new Frames();
    private final IntConsumer tooDeep;
    private Mode mode = Mode.SPECIFIERS;
    private boolean operandExpected;
    private boolean oldStyle;
    private int end;

    /** @param tooDeep told of each statement that is nested too deeply and folded into an opaque one, by its token */
    NameClassifier(UnitTokens tokens, IntConsumer tooDeep) {
        this.tokens = tokens;
        this.type = tokens.type;
        this.match = tokens.match;
        this.tooDeep = tooDeep;
        scopes = new Scopes();
        guess = new TypeGuess(tokens, scopes);
        statements = new StatementGuess(tokens, scopes);
    }

    /**
     * Classifies the external declaration [from, to).
     *
     * @param oldStyle whether it is a function whose parameters are declared behind the parentheses
     * @return false when it is nested too deeply outside of any block
     */
    boolean classify(int from, int to, boolean oldStyle) {
        this.oldStyle = oldStyle;
        end = to;
        frames.start(from);
        mode = Mode.SPECIFIERS;
        frames.beginDeclaration();
        int scope = scopes.mark();
        int i = from;
        while (i >= 0 && i < to) {
            i = step(i);
        }
        scopes.undo(scope);
        return i >= 0;
    }

    private int step(int i) {
        switch (type[i]) {
            case UnitTokens.SKIP -> {
                return i + 1;
            }
            case CParser.RIGHT_PAREN, CParser.RIGHT_BRACKET, CParser.RIGHT_BRACE -> {
                return close(i);
            }
            case CParser.LEFT_PAREN, CParser.LEFT_BRACKET -> {
                if (match[i] < 0) {
                    // Nobody closes it, so the parser is inside until the statement ends or fails.
                    frames.head();
                    return unlessTooDeep(i + 1);
                }
            }
            default -> { }
        }
        return switch (mode) {
            case STATEMENT -> statement(i);
            case SPECIFIERS -> specifier(i);
            case DECLARATOR -> declarator(i);
            case TAIL -> tail(i);
            case EXPRESSION -> expression(i);
        };
    }

    private int typeAt(int i) {
        return i < end ? type[i] : CParser.EOF;
    }

    // Brackets

    private int open(int i, Kind kind, Mode resume, Mode inside) {
        if (!frames.open(kind, resume, i, scopes.mark())) {
            return foldStatement();
        }
        mode = inside;
        operandExpected = true;
        return i + 1;
    }

    private int close(int i) {
        int opener = match[i];
        if (opener < 0 || frames.opener() < opener) {
            return i + 1;
        }
        Kind kind = frames.kind();
        // More than one bracket only where inner braces were never closed.
        while (!frames.isOutermost() && frames.opener() >= opener) {
            kind = frames.kind();
            if (kind == Kind.BLOCK) {
                scopes.undo(frames.scope());
            }
            mode = frames.close();
        }
        operandExpected = kind == Kind.TYPE;
        if (kind == Kind.FIELDS || kind == Kind.ENUMERATORS) {
            frames.seeType();
        } else if (kind == Kind.BLOCK && mode == Mode.STATEMENT) {
            markBareWhile(opener, i + 1);
            endStatement(i + 1);
        } else if (kind == Kind.ARGUMENTS && mode == Mode.STATEMENT && type[opener - 1] == CParser.MACRO_CALL) {
            endStatement(i + 1);
        }
        return i + 1;
    }

    private void markBareWhile(int opener, int next) {
        if (opener > 0 && type[opener - 1] == CParser.DO && typeAt(next) == CParser.WHILE
                && typeAt(next + 1) == CParser.LEFT_PAREN && match[next + 1] > 0
                && typeAt(match[next + 1] + 1) != CParser.SEMICOLON) {
            type[next] = CParser.BARE_WHILE;
        }
    }

    private void endStatement(int next) {
        mode = Mode.STATEMENT;
        frames.leaveDeclaration();
        if (statements.goesOn(typeAt(next))) {
            frames.endExpression();
        } else {
            frames.endStatement(next);
        }
    }

    /** Makes the innermost statement one opaque token. @return where to go on, -1 without a statement */
    private int foldStatement() {
        if (!frames.closeToBlock()) {
            return -1;
        }
        int start = frames.statementStart();
        int stop = statements.end(start, end);
        tokens.last[start] = tokens.last[stop - 1];
        type[start] = CParser.OPAQUE_STATEMENT;
        for (int i = start + 1; i < stop; i++) {
            type[i] = UnitTokens.SKIP;
        }
        tooDeep.accept(start);
        mode = Mode.STATEMENT;
        frames.leaveDeclaration();
        frames.endStatement(stop);
        return stop;
    }

    private int unlessTooDeep(int next) {
        return frames.isTooDeep() ? foldStatement() : next;
    }

    // Statements

    private int statement(int i) {
        switch (type[i]) {
            case CParser.LEFT_BRACE -> {
                return open(i, Kind.BLOCK, Mode.STATEMENT, Mode.STATEMENT);
            }
            case CParser.SEMICOLON -> {
                return semicolon(i);
            }
            case CParser.IF, CParser.ELSE_IF, CParser.WHILE, CParser.BARE_WHILE, CParser.SWITCH, CParser.FOR,
                    CParser.EXCEPT -> {
                if (type[i] == CParser.IF || type[i] == CParser.WHILE || type[i] == CParser.SWITCH || type[i] == CParser.FOR) {
                    frames.head();
                }
                if (typeAt(i + 1) != CParser.LEFT_PAREN || match[i + 1] < 0) {
                    return beginExpression(i + 1);
                }
                boolean loop = type[i] == CParser.FOR;
                return open(i + 1, loop ? Kind.FOR : Kind.HEAD, Mode.STATEMENT, loop ? Mode.STATEMENT : Mode.EXPRESSION);
            }
            case CParser.DO -> {
                frames.head();
                return unlessTooDeep(i + 1);
            }
            case CParser.ELSE, CParser.TRY, CParser.FINALLY, CParser.DEFAULT, CParser.COLON, CParser.STATIC_ASSERT -> {
                return i + 1;
            }
            case CParser.CASE -> {
                frames.beginCase();
                return beginExpression(i + 1);
            }
            case CParser.RETURN, CParser.GOTO, CParser.BREAK, CParser.CONTINUE, CParser.LEAVE -> {
                return beginExpression(i + 1);
            }
            case CParser.ASM -> {
                boolean terminated = typeAt(i + 1) == CParser.SEMICOLON;
                if (terminated) {
                    type[i + 1] = UnitTokens.SKIP;
                }
                endStatement(terminated ? i + 2 : i + 1);
                return i + 1;
            }
            case CParser.STORAGE, CParser.BASIC_TYPE, CParser.STRUCT, CParser.UNION, CParser.ENUM -> {
                return beginDeclaration(i);
            }
            case CParser.IDENTIFIER -> {
                return statementWord(i);
            }
            default -> {
                return beginExpression(i);
            }
        }
    }

    private int beginExpression(int next) {
        mode = Mode.EXPRESSION;
        operandExpected = true;
        frames.leaveDeclaration();
        return next;
    }

    private int beginDeclaration(int i) {
        mode = Mode.SPECIFIERS;
        frames.beginDeclaration();
        return i;
    }

    private int statementWord(int i) {
        StatementGuess.Beginning beginning = statements.guess(i, end);
        return switch (beginning) {
            case LABEL -> {
                type[i] = CParser.LABEL;
                yield i + 1;
            }
            case DECLARATION -> beginDeclaration(i);
            case EXPRESSION -> beginExpression(i);
            case MACRO_WORD -> {
                type[i] = CParser.MACRO_WORD;
                endStatement(i + 1);
                yield i + 1;
            }
            case MACRO_CALL, MACRO_LOOP -> {
                boolean loop = beginning == StatementGuess.Beginning.MACRO_LOOP;
                type[i] = loop ? CParser.MACRO_LOOP : CParser.MACRO_CALL;
                if (loop) {
                    frames.head();
                }
                int next = open(i + 1, Kind.ARGUMENTS, Mode.STATEMENT, Mode.EXPRESSION);
                yield next == i + 2 ? argument(next) : next;
            }
        };
    }

    private int semicolon(int i) {
        switch (frames.kind()) {
            case BLOCK, GROUP -> endStatement(i + 1);
            case FOR, HEAD -> beginExpression(i);
            default -> beginDeclaration(i);
        }
        frames.endExpression();
        return i + 1;
    }

    // Declarations

    private int specifier(int i) {
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
                mode = Mode.DECLARATOR;
                return i;
            }
            default -> {
                mode = Mode.DECLARATOR;
                return i;
            }
        }
    }

    private int record(int i, Kind kind, Mode inside) {
        frames.seeType();
        int next = i + 1;
        // Unknown macros between the keyword and the tag: struct DECLSPEC_ALIGN(8) PACKED tag {
        while (typeAt(next) == CParser.IDENTIFIER && typeAt(next + 1) == CParser.LEFT_PAREN && match[next + 1] > 0
                && typeAt(match[next + 1] + 1) == CParser.IDENTIFIER) {
            int behind = match[next + 1] + 1;
            skip(next, behind);
            next = behind;
        }
        int brace = next;
        while (typeAt(brace) == CParser.IDENTIFIER) {
            brace++;
        }
        if (typeAt(brace) == CParser.LEFT_BRACE && brace > next + 1) {
            skip(next, brace - 1);
            next = brace - 1;
        }
        if (typeAt(next) == CParser.IDENTIFIER) {
            next++;
        }
        return typeAt(next) == CParser.LEFT_BRACE ? open(next, kind, Mode.SPECIFIERS, inside) : next;
    }

    private int specifierWord(int i) {
        switch (guess.word(i, end, frames.kind(), frames.seenType(), oldStyle)) {
            case TYPE -> {
                type[i] = CParser.TYPE_NAME;
                if (!statements.isMacroLike(i, typeAt(i + 1))) {
                    scopes.seenAsType(tokens.text(i));
                }
                frames.seeType();
                return i + 1;
            }
            case MACRO_TYPE -> {
                int close = match[i + 1];
                type[i] = CParser.TYPE_NAME;
                skip(i + 1, close + 1);
                return close + 1;
            }
            default -> {
                mode = Mode.DECLARATOR;
                return i;
            }
        }
    }

    private void skip(int from, int to) {
        for (int i = from; i < to; i++) {
            type[i] = UnitTokens.SKIP;
        }
    }

    private int declarator(int i) {
        switch (type[i]) {
            case CParser.STAR -> {
                return i + 1;
            }
            case CParser.IDENTIFIER -> {
                declare(i);
                mode = Mode.TAIL;
                return i + 1;
            }
            case CParser.LEFT_PAREN -> {
                if (!guess.opensDeclarator(i, frames.kind())) {
                    mode = Mode.TAIL;
                    return i;
                }
                // A calling convention of the project's own: (DRVAPI *name)
                int inner = i + 1;
                while (typeAt(inner) == CParser.IDENTIFIER
                        && (typeAt(inner + 1) == CParser.STAR || typeAt(inner + 1) == CParser.IDENTIFIER)) {
                    type[inner++] = UnitTokens.SKIP;
                }
                type[i] = CParser.NESTED;
                boolean isTypedef = frames.isTypedef();
                int next = open(i, Kind.DECLARATOR, Mode.TAIL, Mode.DECLARATOR);
                if (isTypedef) {
                    frames.seeTypedef();
                }
                return next;
            }
            default -> {
                mode = Mode.TAIL;
                return i;
            }
        }
    }

    private void declare(int i) {
        Meaning meaning = frames.isTypedef() ? Meaning.TYPE : Meaning.VALUE;
        switch (frames.kind()) {
            case FILE -> scopes.declareGlobally(tokens.text(i), meaning);
            case BLOCK, FOR, PARAMETERS -> scopes.declare(tokens.text(i), meaning);
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

    private int tail(int i) {
        switch (type[i]) {
            case CParser.LEFT_PAREN -> {
                if (frames.kind() == Kind.FILE && !guess.holdsParameters(i)) {
                    skip(i + 1, match[i]);
                }
                return open(i, Kind.PARAMETERS, Mode.TAIL, Mode.SPECIFIERS);
            }
            case CParser.LEFT_BRACKET -> {
                return open(i, Kind.INDEX, Mode.TAIL, Mode.EXPRESSION);
            }
            case CParser.ASSIGN, CParser.COLON -> {
                mode = Mode.EXPRESSION;
                operandExpected = true;
                return i + 1;
            }
            case CParser.COMMA -> {
                return declarationComma(i);
            }
            case CParser.SEMICOLON -> {
                return semicolon(i);
            }
            case CParser.LEFT_BRACE -> {
                return open(i, Kind.BLOCK, Mode.STATEMENT, Mode.STATEMENT);
            }
            case CParser.IDENTIFIER -> {
                if (oldStyle && frames.isOutermost()) {
                    return beginDeclaration(i);
                }
                // An unknown annotation behind the declarator, with its arguments.
                int behind = i + 1;
                if (typeAt(behind) == CParser.LEFT_PAREN && match[behind] > 0) {
                    behind = match[behind] + 1;
                }
                skip(i, behind);
                return behind;
            }
            case CParser.STORAGE, CParser.BASIC_TYPE, CParser.STRUCT, CParser.UNION, CParser.ENUM -> {
                return beginDeclaration(i);
            }
            case CParser.ASM, CParser.ELLIPSIS -> {
                return i + 1;
            }
            default -> {
                return beginExpression(i);
            }
        }
    }

    private int declarationComma(int i) {
        switch (frames.kind()) {
            case PARAMETERS -> beginDeclaration(i);
            case ARGUMENTS -> {
                return argument(i + 1);
            }
            default -> mode = Mode.DECLARATOR;
        }
        return i + 1;
    }

    // Expressions

    private int expression(int i) {
        switch (type[i]) {
            case CParser.IDENTIFIER -> {
                if (!operandExpected && endsMacro(i)) {
                    return terminate(i);
                }
                if (frames.kind() == Kind.ENUMERATORS && operandExpected && type[i - 1] != CParser.ASSIGN) {
                    scopes.declareGlobally(tokens.text(i), Meaning.VALUE);
                } else if (frames.kind() == Kind.INITIALIZER && operandExpected && typeAt(i + 1) == CParser.COLON
                        && (type[i - 1] == CParser.COMMA || type[i - 1] == CParser.LEFT_BRACE)) {
                    type[i] = CParser.LABEL;
                    return i + 2;
                } else if (!operandExpected && type[i - 1] == CParser.STRING) {
                    type[i] = CParser.STRING;
                }
                operandExpected = false;
                return i + 1;
            }
            case CParser.NUMBER, CParser.STRING, CParser.SIZEOF_TYPE, CParser.OPAQUE_VALUE, CParser.BASIC_TYPE,
                    CParser.TYPE_NAME -> {
                operandExpected = false;
                return i + 1;
            }
            case CParser.LEFT_PAREN -> {
                return parenthesis(i);
            }
            case CParser.LEFT_BRACKET -> {
                frames.operandPart();
                return open(i, Kind.INDEX, Mode.EXPRESSION, Mode.EXPRESSION);
            }
            case CParser.LEFT_BRACE -> {
                return brace(i);
            }
            case CParser.SEMICOLON -> {
                return semicolon(i);
            }
            case CParser.COMMA -> {
                return comma(i);
            }
            case CParser.COLON -> {
                operandExpected = true;
                if (frames.endsCase()) {
                    mode = Mode.STATEMENT;
                }
                return i + 1;
            }
            case CParser.DOT, CParser.ARROW -> {
                frames.operandPart();
                operandExpected = false;
                return unlessTooDeep(typeAt(i + 1) == CParser.IDENTIFIER ? i + 2 : i + 1);
            }
            case CParser.IF, CParser.ELSE, CParser.ELSE_IF, CParser.FOR, CParser.WHILE, CParser.DO, CParser.SWITCH,
                    CParser.RETURN, CParser.BREAK, CParser.CONTINUE, CParser.GOTO, CParser.TRY -> {
                if (!operandExpected && frames.kind() == Kind.BLOCK) {
                    return terminate(i);
                }
                mode = Mode.STATEMENT;
                return i;
            }
            default -> {
                return operator(i);
            }
        }
    }

    /** A macro that made a whole statement, {@code ((void)0)}, was used without semicolon on the line before. */
    private boolean endsMacro(int i) {
        return frames.kind() == Kind.BLOCK && !frames.inDeclaration()
            && !tokens.buffer.macro(tokens.last[i - 1]).isEmpty() && statements.onNewLine(i - 1, i);
    }

    /** Puts in the semicolon that is missing before the token. */
    private int terminate(int i) {
        tokens.unterminated[i] = true;
        endStatement(i);
        return i;
    }

    private int operator(int i) {
        switch (type[i]) {
            case CParser.INCREMENT, CParser.DECREMENT -> frames.operandPart();
            case CParser.QUESTION -> {
                frames.beginConditional();
                frames.expressionPart();
                frames.endOperand();
                operandExpected = true;
            }
            default -> {
                if (operandExpected) {
                    frames.operandPart();
                } else {
                    frames.endOperand();
                    if (isAssignment(i)) {
                        frames.expressionPart();
                    }
                }
                operandExpected = true;
            }
        }
        return unlessTooDeep(i + 1);
    }

    private boolean isAssignment(int i) {
        if (type[i] != CParser.INFIX) {
            return type[i] == CParser.ASSIGN;
        }
        int kind = tokens.buffer.kind(tokens.first[i]).ordinal();
        return kind >= TokenKind.ASSIGN.ordinal() && kind <= TokenKind.XOR_ASSIGN.ordinal();
    }

    private int parenthesis(int i) {
        if (!operandExpected) {
            frames.operandPart();
            int next = open(i, Kind.ARGUMENTS, Mode.EXPRESSION, Mode.EXPRESSION);
            return next == i + 1 ? argument(next) : next;
        }
        if (typeAt(i + 1) == CParser.LEFT_BRACE) {
            return open(i, Kind.GROUP, Mode.EXPRESSION, Mode.STATEMENT);
        }
        int close = match[i];
        if (guess.opensType(i, close, end)) {
            type[i] = typeAt(close + 1) == CParser.LEFT_BRACE ? CParser.LITERAL : CParser.CAST;
            frames.operandPart();
            return open(i, Kind.TYPE, Mode.EXPRESSION, Mode.SPECIFIERS);
        }
        return open(i, Kind.GROUP, Mode.EXPRESSION, Mode.EXPRESSION);
    }

    private int argument(int i) {
        frames.endExpression();
        if (guess.isTypeArgument(i, end)) {
            return beginDeclaration(i);
        }
        return beginExpression(i);
    }

    private int brace(int i) {
        Kind around = frames.kind();
        int before = type[i - 1];
        if (around == Kind.ARGUMENTS && operandExpected) {
            return open(i, Kind.BLOCK, Mode.EXPRESSION, Mode.STATEMENT);
        }
        if (before == CParser.ASSIGN || around == Kind.INITIALIZER || before == CParser.RIGHT_PAREN && operandExpected
                || before == CParser.RETURN) {
            return open(i, Kind.INITIALIZER, Mode.EXPRESSION, Mode.EXPRESSION);
        }
        return open(i, Kind.BLOCK, Mode.STATEMENT, Mode.STATEMENT);
    }

    private int comma(int i) {
        frames.endExpression();
        operandExpected = true;
        switch (frames.kind()) {
            case ARGUMENTS -> {
                return argument(i + 1);
            }
            case FILE, BLOCK, FOR, FIELDS -> {
                if (frames.inDeclaration()) {
                    mode = Mode.DECLARATOR;
                }
            }
            case PARAMETERS -> beginDeclaration(i);
            default -> { }
        }
        return i + 1;
    }
}
