package io.padlog.run.datalog.parse;

import io.padlog.run.datalog.Problem;
import io.padlog.run.datalog.Warning;
import io.padlog.run.datalog.syntax.Range;
import java.util.List;

/** A place among the tokens, and what is expected there. */
final class Cursor {
    /** What is nested deeper is refused, so that later phases may recurse over syntax. */
    static final int MAX_NESTING = 256;

    /** Ends the item that is being read; the problem is recorded already. */
    @SuppressWarnings("serial")
    static final class SyntaxError extends Exception {
        SyntaxError() {
            super(null, null, false, false);
        }
    }

    private final Tokens tokens;
    private final List<Problem> problems;
    private int at;
    private int nesting;

    Cursor(Tokens tokens, List<Problem> problems) {
        this.tokens = tokens;
        this.problems = problems;
    }

    /** Number of the next token. */
    int position() {
        return at;
    }

    TokenKind kind() {
        return tokens.kind(at);
    }

    TokenKind kind(int ahead) {
        return tokens.kind(Math.min(at + ahead, tokens.size() - 1));
    }

    TokenKind kindAt(int token) {
        return tokens.kind(Math.min(token, tokens.size() - 1));
    }

    String text() {
        return tokens.text(at);
    }

    String doc(int token) {
        return tokens.doc(token);
    }

    /** Range of the next token. */
    Range range() {
        return tokens.range(at);
    }

    /** From the token {@code first} to the one before the next. */
    Range rangeFrom(int first) {
        return tokens.range(first, Math.max(first, at - 1));
    }

    void advance() {
        if (at < tokens.size() - 1) {
            at++;
        }
    }

    boolean accept(TokenKind kind) {
        if (tokens.kind(at) == kind) {
            advance();
            return true;
        }
        return false;
    }

    /** Takes a token of this kind and gives its text. */
    String expect(TokenKind kind) throws SyntaxError {
        if (tokens.kind(at) != kind) {
            throw unexpected(quoted(kind));
        }
        String text = tokens.text(at);
        advance();
        return text;
    }

    /** {@code name} or {@code component.name} */
    String qualifiedName() throws SyntaxError {
        String name = expect(TokenKind.IDENTIFIER);
        while (kind() == TokenKind.DOT && kind(1) == TokenKind.IDENTIFIER) {
            advance();
            name = name + "." + text();
            advance();
        }
        return name;
    }

    SyntaxError unexpected(String wanted) {
        TokenKind kind = kind();
        String found = tokens.text(at).isEmpty() || kind == TokenKind.END ? quoted(kind)
                : kind == TokenKind.STRING ? "a string" : "'" + tokens.text(at) + "'";
        return error(range(), "unexpected " + found + "; " + wanted + " is expected here");
    }

    SyntaxError error(Range range, String message) {
        problems.add(Problem.error(range, message));
        return new SyntaxError();
    }

    void warn(Warning warning, Range range, String message) {
        problems.add(Problem.warning(warning, range, message));
    }

    void enter() throws SyntaxError {
        enter(1);
    }

    void enter(int levels) throws SyntaxError {
        nesting += levels;
        if (nesting > MAX_NESTING) {
            throw error(range(), "nested more than " + MAX_NESTING + " deep");
        }
    }

    void leave(int levels) {
        nesting -= levels;
    }

    /** After an error: to the next item that has a chance to be one. Braces of components that were left are ignored. */
    void recover() {
        nesting = 0;
        while (kind() != TokenKind.END && !kind().startsItem()) {
            boolean end = kind() == TokenKind.DOT;
            advance();
            if (end) {
                return;
            }
        }
    }

    /** The token after the bracket that closes the one at {@code open}; the END if there is none. */
    int afterMatching(int open) {
        int depth = 0;
        for (int token = open; token < tokens.size(); token++) {
            switch (tokens.kind(token)) {
                case LPAREN, LBRACKET, LBRACE -> depth++;
                case RPAREN, RBRACKET, RBRACE -> {
                    depth--;
                    if (depth == 0) {
                        return Math.min(token + 1, tokens.size() - 1);
                    }
                }
                case IF -> {
                    return tokens.size() - 1;
                }
                default -> { }
            }
        }
        return tokens.size() - 1;
    }

    /** Whether a comma stands directly inside the brackets that open at {@code open}. */
    boolean hasComma(int open) {
        int depth = 0;
        for (int token = open; token < tokens.size(); token++) {
            switch (tokens.kind(token)) {
                case LPAREN, LBRACKET, LBRACE -> depth++;
                case RPAREN, RBRACKET, RBRACE -> {
                    depth--;
                    if (depth == 0) {
                        return false;
                    }
                }
                case COMMA -> {
                    if (depth == 1) {
                        return true;
                    }
                }
                default -> { }
            }
        }
        return false;
    }

    private static String quoted(TokenKind kind) {
        return kind.ordinal() <= TokenKind.FLOAT.ordinal() ? kind.spelling() : "'" + kind.spelling() + "'";
    }
}
