package io.padlog.extract.parse;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/**
 * What the generated parser inherits: errors are thrown, not repaired, and only a block's item catches them. The tree
 * has rule nodes only; the builders read tokens from the stream.
 */
abstract class RecoveringParser extends Parser {
    RecoveringParser(TokenStream tokens) {
        super(tokens);
        setErrorHandler(new Strict());
        removeErrorListeners();
    }

    @Override public Token consume() {
        Token token = getCurrentToken();
        if (token.getType() != Token.EOF) {
            getInputStream().consume();
        }
        return token;
    }

    /** Refuses a token that begins no statement. */
    final void refuse() {
        throw new InputMismatchException(this);
    }

    /** Goes on behind the statement that could not be read; {@code item.exception} tells its reader. */
    final void recoverStatement(ParserRuleContext item, RecognitionException error) {
        SliceStream tokens = (SliceStream) getInputStream();
        int start = item.start.getTokenIndex();
        int failed = Math.max(start, error.getOffendingToken().getTokenIndex());
        int end = statementEnd(tokens, start, failed);
        if (end <= start) {
            throw error;
        }
        item.exception = error;
        item.children = null;
        tokens.seek(end);
    }

    /** Refuses what is left between a head's expression and its parenthesis. */
    final void expectHeadEnd() {
        if (getInputStream().LA(1) != CParser.RIGHT_PAREN) {
            refuse();
        }
    }

    /** Goes on at the parenthesis that closes the head of a statement; {@code head.exception} tells its reader. */
    final void recoverHead(ParserRuleContext head, RecognitionException error) {
        SliceStream tokens = (SliceStream) getInputStream();
        int start = head.start.getTokenIndex();
        int close = headEnd(tokens, start);
        if (close <= start || close < error.getOffendingToken().getTokenIndex()) {
            throw error;
        }
        head.exception = error;
        head.children = null;
        head.stop = tokens.get(close - 1);
        tokens.seek(close);
    }

    /** The parenthesis that closes a statement's head; the start if there is none before its body. */
    private static int headEnd(SliceStream tokens, int start) {
        int depth = 0;
        for (int i = start; i < tokens.size(); i++) {
            switch (tokens.type(i)) {
                case CParser.LEFT_PAREN, CParser.CAST, CParser.LITERAL, CParser.NESTED, CParser.CONSTRUCT -> depth++;
                case CParser.RIGHT_PAREN -> {
                    if (depth-- == 0) {
                        return i;
                    }
                }
                case CParser.LEFT_BRACE, CParser.RIGHT_BRACE, CParser.SEMICOLON, CParser.EOF -> {
                    return start;
                }
                default -> { }
            }
        }
        return start;
    }

    /**
     * The end, exclusive, of the statement at {@code start}: behind the first semicolon or block at its own nesting that
     * does not lie before {@code failed}, or before the brace that closes the block around it.
     */
    private static int statementEnd(SliceStream tokens, int start, int failed) {
        int depth = 0;
        for (int i = start; i < tokens.size(); i++) {
            switch (tokens.type(i)) {
                case CParser.EOF -> {
                    return i;
                }
                case CParser.LEFT_BRACE, CParser.LIST -> depth++;
                case CParser.RIGHT_BRACE -> {
                    if (depth == 0) {
                        return i;
                    }
                    depth--;
                    if (depth == 0 && i >= failed && !continues(tokens.type(i + 1))) {
                        return i + 1;
                    }
                }
                case CParser.SEMICOLON -> {
                    if (depth == 0 && i >= failed && !continues(tokens.type(i + 1))) {
                        return i + 1;
                    }
                }
                default -> { }
            }
        }
        return tokens.size() - 1;
    }

    /** Whether a statement goes on behind its block, or the rest of an expression follows. */
    private static boolean continues(int type) {
        return switch (type) {
            case CParser.ELSE, CParser.ELSE_IF, CParser.EXCEPT, CParser.FINALLY, CParser.BARE_WHILE, CParser.CPP_CATCH,
                CParser.RIGHT_PAREN,
                CParser.COMMA, CParser.SEMICOLON, CParser.DOT, CParser.ARROW, CParser.INFIX -> true;
            default -> false;
        };
    }

    private static final class Strict extends DefaultErrorStrategy {
        @Override public Token recoverInline(Parser recognizer) {
            throw new InputMismatchException(recognizer);
        }

        @Override public void sync(Parser recognizer) { }

        @Override public void reportMatch(Parser recognizer) { }

        @Override public void recover(Parser recognizer, RecognitionException error) {
            throw error;
        }

        @Override public void reportError(Parser recognizer, RecognitionException error) { }
    }
}
