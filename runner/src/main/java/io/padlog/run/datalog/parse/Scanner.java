package io.padlog.run.datalog.parse;

import io.padlog.run.datalog.Problem;
import io.padlog.run.datalog.syntax.Range;
import java.util.List;

/** Cuts one text into tokens. What an {@code .include} or a line that begins with # means, its caller decides. */
final class Scanner {
    private final String text;
    private final int file;
    private final String fileName;
    private final Tokens tokens;
    private final List<Problem> problems;
    private int at;
    private int line = 1;
    /** index of the character that would be column 1, were every character one code point */
    private int lineBase;
    private int startLine;
    private int startColumn;

    Scanner(String fileName, String text, Tokens tokens, List<Problem> problems) {
        this.fileName = fileName;
        this.text = text;
        this.tokens = tokens;
        this.problems = problems;
        this.file = tokens.addFile(fileName);
        if (text.startsWith("\uFEFF")) {
            at = 1;
            lineBase = 1;
        }
    }

    /** Index of the next character. */
    int position() {
        return at;
    }

    int line() {
        return line;
    }

    Range here() {
        return new Range(fileName, startLine, startColumn, line, column());
    }

    /**
     * Adds the next token.
     *
     * @return its kind; END where the text ends (nothing is added), HASH for a # that opens a line (nothing is added)
     */
    TokenKind next() {
        while (true) {
            boolean opensLine = skipSpace();
            startLine = line;
            startColumn = column();
            if (at >= text.length()) {
                return TokenKind.END;
            }
            char c = text.charAt(at);
            if (c == '/' && (peek(1) == '/' || peek(1) == '*')) {
                comment();
            } else if (c == '#' && opensLine) {
                at++;
                return TokenKind.HASH;
            } else if (isWordStart(c)) {
                return word();
            } else if (isDigit(c)) {
                return number();
            } else if (c == '"') {
                return string();
            } else if (c == '.' && isWordStart(peek(1))) {
                return directive();
            } else {
                TokenKind kind = punctuation(c);
                if (kind != TokenKind.END) {
                    return add(kind, "", kind.spelling().length());
                }
                at += Character.charCount(text.codePointAt(at));
                noteSurrogates(at - 1, at);
                String character = text.substring(text.offsetByCodePoints(at, -1), at);
                problems.add(Problem.error(here(), "unexpected character '" + character + "'"));
            }
        }
    }

    /** The rest of the line, lines that end in a backslash joined; the scanner goes on after it. */
    String restOfLine() {
        StringBuilder rest = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '\n') {
            if (text.charAt(at) == '\\' && (peek(1) == '\n' || peek(1) == '\r' && peek(2) == '\n')) {
                at += peek(1) == '\n' ? 1 : 2;
                newLine();
                rest.append(' ');
            } else {
                rest.append(text.charAt(at));
                at++;
            }
        }
        return rest.toString();
    }

    /** Passes over lines to the next one that begins with #, and over that #; false if there is none. */
    boolean skipToHash() {
        while (at < text.length()) {
            if (skipSpace() && peek(0) == '#') {
                startLine = line;
                startColumn = column();
                at++;
                return true;
            }
            int end = text.indexOf('\n', at);
            at = end < 0 ? text.length() : end;
        }
        return false;
    }

    /** Skips blanks and line ends; whether nothing but blanks is before the next character on its line. */
    private boolean skipSpace() {
        boolean opensLine = at == 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                newLine();
                opensLine = true;
            } else if (c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\u000B') {
                at++;
            } else {
                break;
            }
        }
        return opensLine;
    }

    private void newLine() {
        at++;
        line++;
        lineBase = at;
    }

    private int column() {
        return at - lineBase + 1;
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }

    private TokenKind add(TokenKind kind, String content, int length) {
        at += length;
        tokens.add(kind, content, file, startLine, startColumn, line, column());
        return kind;
    }

    private void noteSurrogates(int from, int to) {
        for (int index = from; index < to; index++) {
            if (Character.isLowSurrogate(text.charAt(index))) {
                lineBase++;
            }
        }
    }

    private void comment() {
        if (peek(1) == '*') {
            blockComment();
            return;
        }
        boolean doc = peek(2) == '/';
        int from = at + (doc ? 3 : 2);
        int end = text.indexOf('\n', at);
        end = end < 0 ? text.length() : end;
        if (doc) {
            tokens.addDoc(text.substring(Math.min(from, end), end).strip());
        }
        at = end;
    }

    private void blockComment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            problems.add(Problem.error(
                    new Range(fileName, startLine, startColumn, startLine, startColumn + 2),
                    "this comment has no end; write '*/'"));
            end = text.length();
        } else {
            end += 2;
        }
        passOver(end);
    }

    /** Moves to {@code end}, counting lines and surrogates. */
    private void passOver(int end) {
        while (at < end) {
            char c = text.charAt(at);
            if (c == '\n') {
                newLine();
            } else {
                at++;
                if (Character.isLowSurrogate(c)) {
                    lineBase++;
                }
            }
        }
    }

    private TokenKind word() {
        int end = at + 1;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        String word = text.substring(at, end);
        if (word.equals("choice") && text.startsWith("-domain", end)) {
            return add(TokenKind.CHOICE_DOMAIN, "", "choice-domain".length());
        }
        if (word.equals("__LINE__")) {
            return add(TokenKind.NUMBER, Integer.toString(line), word.length());
        }
        if (word.equals("__FILE__")) {
            return add(TokenKind.STRING, fileName, word.length());
        }
        return add(TokenKind.ofWord(word), word, word.length());
    }

    /** {@code .decl} and the like, which blank space must follow; else a full stop. */
    private TokenKind directive() {
        int end = at + 1;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        TokenKind kind = TokenKind.ofWord(text.substring(at, end));
        boolean blank = end < text.length() && Character.isWhitespace(text.charAt(end)) || kind == TokenKind.ONCE;
        if (kind == TokenKind.IDENTIFIER || !blank) {
            return add(TokenKind.DOT, "", 1);
        }
        return add(kind, "", end - at);
    }

    private TokenKind number() {
        int end = at;
        char mark = peek(1);
        if (text.charAt(at) == '0' && mark == 'x' && Character.digit(peek(2), 16) >= 0) {
            end = at + 2;
            while (end < text.length() && Character.digit(text.charAt(end), 16) >= 0) {
                end++;
            }
        } else if (text.charAt(at) == '0' && mark == 'b' && (peek(2) == '0' || peek(2) == '1')) {
            end = at + 2;
            while (end < text.length() && (text.charAt(end) == '0' || text.charAt(end) == '1')) {
                end++;
            }
        } else {
            end = digits(end);
            if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1))) {
                return fraction(end);
            }
        }
        String written = text.substring(at, end);
        if (end < text.length() && text.charAt(end) == 'u') {
            return add(TokenKind.UNSIGNED, written, end - at + 1);
        }
        return add(TokenKind.NUMBER, written, end - at);
    }

    private int digits(int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** A float, or an IPv4 address, which is a number. */
    private TokenKind fraction(int dot) {
        int end = digits(dot + 1);
        int groups = 2;
        int last = end;
        while (groups < 4 && last + 1 < text.length() && text.charAt(last) == '.' && isDigit(text.charAt(last + 1))) {
            last = digits(last + 1);
            groups++;
        }
        if (groups < 4) {
            return add(TokenKind.FLOAT, text.substring(at, end), end - at);
        }
        int address = 0;
        for (int from = at; from < last; ) {
            int to = digits(from);
            int part = to - from > 3 ? 256 : Integer.parseInt(text.substring(from, to));
            if (part > 255) {
                at = last;
                problems.add(Problem.error(here(), "a part of an IP address is at most 255"));
                return add(TokenKind.NUMBER, "0", 0);
            }
            address = address << 8 | part;
            from = to + 1;
        }
        return add(TokenKind.NUMBER, Integer.toString(address), last - at);
    }

    private TokenKind string() {
        int end = at + 1;
        boolean plain = true;
        while (end < text.length() && text.charAt(end) != '"') {
            if (text.charAt(end) == '\\') {
                plain = false;
                end++;
            }
            end++;
        }
        if (end >= text.length()) {
            passOver(at + 1);
            problems.add(Problem.error(here(), "this string has no end; write '\"'"));
            passOver(text.length());
            return add(TokenKind.STRING, "", 0);
        }
        int begin = at + 1;
        passOver(end + 1);
        String content = plain ? text.substring(begin, end) : unescape(begin, end);
        return add(TokenKind.STRING, content, 0);
    }

    private String unescape(int begin, int end) {
        StringBuilder content = new StringBuilder(end - begin);
        for (int index = begin; index < end; index++) {
            char c = text.charAt(index);
            if (c != '\\') {
                content.append(c);
                continue;
            }
            index++;
            char escaped = text.charAt(index);
            int which = "\"'\\abfnrtv".indexOf(escaped);
            if (which < 0) {
                problems.add(Problem.error(here(), "unknown escape sequence '\\" + escaped + "'"));
            } else {
                content.append("\"'\\\u0007\b\f\n\r\t\u000B".charAt(which));
            }
        }
        return content.toString();
    }

    private TokenKind punctuation(char c) {
        return switch (c) {
            case '|' -> TokenKind.PIPE;
            case '[' -> TokenKind.LBRACKET;
            case ']' -> TokenKind.RBRACKET;
            case '$' -> TokenKind.DOLLAR;
            case '+' -> TokenKind.PLUS;
            case '-' -> peek(1) == '>' ? TokenKind.ARROW : TokenKind.MINUS;
            case '(' -> TokenKind.LPAREN;
            case ')' -> TokenKind.RPAREN;
            case ',' -> TokenKind.COMMA;
            case ':' -> peek(1) == '-' ? TokenKind.IF : peek(1) == ':' ? TokenKind.DOUBLE_COLON : TokenKind.COLON;
            case ';' -> TokenKind.SEMICOLON;
            case '.' -> TokenKind.DOT;
            case '<' -> peek(1) == ':' ? TokenKind.SUBTYPE : peek(1) == '=' ? TokenKind.LE : TokenKind.LT;
            case '>' -> peek(1) == '=' ? TokenKind.GE : TokenKind.GT;
            case '!' -> peek(1) == '=' ? TokenKind.NE : TokenKind.EXCLAMATION;
            case '=' -> TokenKind.EQUALS;
            case '*' -> TokenKind.STAR;
            case '/' -> TokenKind.SLASH;
            case '^' -> TokenKind.CARET;
            case '%' -> TokenKind.PERCENT;
            case '{' -> TokenKind.LBRACE;
            case '}' -> TokenKind.RBRACE;
            case '@' -> peek(1) == '!' ? TokenKind.AT_NOT : TokenKind.AT;
            default -> TokenKind.END;
        };
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '?';
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || isDigit(c);
    }
}
