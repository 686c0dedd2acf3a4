package io.padlog.extract.preprocess;

import io.padlog.extract.token.TokenKind;

/** The punctuators of C17 6.4.6, digraphs among them; and :: for those headers that C++ reads too. */
final class Punctuators {
    private Punctuators() {}

    /** The kind of the longest punctuator that begins at {@code at}; unknown if none does. */
    static TokenKind longest(char[] chars, int at) {
        char next = chars[at + 1];
        switch (chars[at]) {
            case '(': return TokenKind.LEFT_PAREN;
            case ')': return TokenKind.RIGHT_PAREN;
            case '[': return TokenKind.LEFT_BRACKET;
            case ']': return TokenKind.RIGHT_BRACKET;
            case '{': return TokenKind.LEFT_BRACE;
            case '}': return TokenKind.RIGHT_BRACE;
            case ';': return TokenKind.SEMICOLON;
            case ',': return TokenKind.COMMA;
            case '?': return TokenKind.QUESTION;
            case '~': return TokenKind.TILDE;
            case '.': return next == '.' && chars[at + 2] == '.' ? TokenKind.ELLIPSIS : TokenKind.DOT;
            case ':': return next == ':' ? TokenKind.DOUBLE_COLON : next == '>' ? TokenKind.RIGHT_BRACKET : TokenKind.COLON;
            case '+': return next == '+' ? TokenKind.INCREMENT : next == '=' ? TokenKind.PLUS_ASSIGN : TokenKind.PLUS;
            case '-': return minus(next);
            case '*': return next == '=' ? TokenKind.STAR_ASSIGN : TokenKind.STAR;
            case '/': return next == '=' ? TokenKind.SLASH_ASSIGN : TokenKind.SLASH;
            case '%': return percent(chars, at);
            case '&': return next == '&' ? TokenKind.AND_AND : next == '=' ? TokenKind.AND_ASSIGN : TokenKind.AMPERSAND;
            case '|': return next == '|' ? TokenKind.OR_OR : next == '=' ? TokenKind.OR_ASSIGN : TokenKind.BAR;
            case '^': return next == '=' ? TokenKind.XOR_ASSIGN : TokenKind.CARET;
            case '!': return next == '=' ? TokenKind.NOT_EQUAL : TokenKind.EXCLAMATION;
            case '=': return next == '=' ? TokenKind.EQUAL_EQUAL : TokenKind.ASSIGN;
            case '<': return less(next, chars[at + 2]);
            case '>': return greater(next, chars[at + 2]);
            case '#': return next == '#' ? TokenKind.HASH_HASH : TokenKind.HASH;
            default: return TokenKind.UNKNOWN;
        }
    }

    /** How many characters that punctuator has as it is written here. */
    static int length(TokenKind kind, char[] chars, int at) {
        if (kind == TokenKind.UNKNOWN) {
            return 1;
        }
        if (kind == TokenKind.HASH_HASH) {
            return chars[at] == '#' ? 2 : 4;
        }
        String usual = kind.spelling();
        return usual.charAt(0) == chars[at] ? usual.length() : 2;
    }

    private static TokenKind minus(char next) {
        switch (next) {
            case '-': return TokenKind.DECREMENT;
            case '=': return TokenKind.MINUS_ASSIGN;
            case '>': return TokenKind.ARROW;
            default: return TokenKind.MINUS;
        }
    }

    private static TokenKind percent(char[] chars, int at) {
        switch (chars[at + 1]) {
            case '=': return TokenKind.PERCENT_ASSIGN;
            case '>': return TokenKind.RIGHT_BRACE;
            case ':': return chars[at + 2] == '%' && chars[at + 3] == ':' ? TokenKind.HASH_HASH : TokenKind.HASH;
            default: return TokenKind.PERCENT;
        }
    }

    private static TokenKind less(char next, char third) {
        switch (next) {
            case '<': return third == '=' ? TokenKind.SHIFT_LEFT_ASSIGN : TokenKind.SHIFT_LEFT;
            case '=': return TokenKind.LESS_EQUAL;
            case ':': return TokenKind.LEFT_BRACKET;
            case '%': return TokenKind.LEFT_BRACE;
            default: return TokenKind.LESS;
        }
    }

    private static TokenKind greater(char next, char third) {
        switch (next) {
            case '>': return third == '=' ? TokenKind.SHIFT_RIGHT_ASSIGN : TokenKind.SHIFT_RIGHT;
            case '=': return TokenKind.GREATER_EQUAL;
            default: return TokenKind.GREATER;
        }
    }
}
