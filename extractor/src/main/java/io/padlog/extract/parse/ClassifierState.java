package io.padlog.extract.parse;

import io.padlog.extract.parse.Frames.Kind;
import io.padlog.extract.parse.Frames.Mode;
import java.util.function.IntConsumer;

/** Where the classifier is, and how it goes into and out of brackets, statements and declarations. */
final class ClassifierState {
    final UnitTokens tokens;
    final int[] type;
    final int[] match;
    final Scopes scopes;
    final TypeGuess guess;
    final StatementGuess statements;
    final Frames frames = new Frames();
    Mode mode = Mode.SPECIFIERS;
    boolean operandExpected;
    boolean oldStyle;
    /** Of the external declaration, exclusive. */
    int end;

    private final IntConsumer tooDeep;

    ClassifierState(UnitTokens tokens, Scopes scopes, IntConsumer tooDeep) {
        this.tokens = tokens;
        this.scopes = scopes;
        this.type = tokens.type;
        this.match = tokens.match;
        this.tooDeep = tooDeep;
        guess = new TypeGuess(tokens, scopes);
        statements = new StatementGuess(tokens, scopes);
    }

    int typeAt(int i) {
        return i < end ? type[i] : CParser.EOF;
    }

    int open(int i, Kind kind, Mode resume, Mode inside) {
        if (!frames.open(kind, resume, i, scopes.mark())) {
            return foldStatement();
        }
        mode = inside;
        operandExpected = true;
        return i + 1;
    }

    int close(int i) {
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

    void endStatement(int next) {
        mode = Mode.STATEMENT;
        frames.leaveDeclaration();
        if (statements.goesOn(typeAt(next))) {
            frames.endExpression();
        } else {
            frames.endStatement(next);
        }
    }

    /** Makes the innermost statement one opaque token. @return where to go on, -1 without a statement */
    int foldStatement() {
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

    int unlessTooDeep(int next) {
        return frames.isTooDeep() ? foldStatement() : next;
    }

    int beginExpression(int next) {
        mode = Mode.EXPRESSION;
        operandExpected = true;
        frames.leaveDeclaration();
        return next;
    }

    int beginDeclaration(int i) {
        mode = Mode.SPECIFIERS;
        frames.beginDeclaration();
        return i;
    }

    int semicolon(int i) {
        switch (frames.kind()) {
            case BLOCK, GROUP -> endStatement(i + 1);
            case FOR, HEAD -> beginExpression(i);
            default -> beginDeclaration(i);
        }
        frames.endExpression();
        return i + 1;
    }

    void skip(int from, int to) {
        for (int i = from; i < to; i++) {
            type[i] = UnitTokens.SKIP;
        }
    }

    int argument(int i) {
        frames.endExpression();
        if (guess.isTypeArgument(i, end)) {
            return beginDeclaration(i);
        }
        return beginExpression(i);
    }
}
