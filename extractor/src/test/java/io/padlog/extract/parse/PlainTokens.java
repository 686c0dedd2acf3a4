package io.padlog.extract.parse;

import io.padlog.extract.source.Position;
import io.padlog.extract.source.SourceFile;
import io.padlog.extract.source.Span;
import io.padlog.extract.token.TokenBuffer;
import io.padlog.extract.token.TokenKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A buffer over source text that is not preprocessed: lines that begin with # are skipped. For ASCII. */
final class PlainTokens implements TokenBuffer {
    static final SourceFile FILE = new SourceFile(Path.of("test.c"), "test.c");

    private static final List<TokenKind> PUNCTUATORS = new ArrayList<>();

    static {
        for (TokenKind kind : TokenKind.values()) {
            if (!kind.spelling().isEmpty()) {
                PUNCTUATORS.add(kind);
            }
        }
        PUNCTUATORS.sort((a, b) -> b.spelling().length() - a.spelling().length());
    }

    private final String source;
    private final List<TokenKind> kinds = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<Integer> offsets = new ArrayList<>();
    private final List<Integer> lineStarts = new ArrayList<>(List.of(0));
    private final Map<String, String> interned = new HashMap<>();

    PlainTokens(String source) {
        this.source = source;
        int i = 0;
        boolean lineStart = true;
        while (i < source.length()) {
            char c = source.charAt(i);
            if (c == '\n') {
                lineStart = true;
                lineStarts.add(++i);
            } else if (c <= ' ' || c == '\\') {
                i++;
            } else if (c == '#' && lineStart || source.startsWith("//", i)) {
                i = lineEnd(i);
            } else if (source.startsWith("/*", i)) {
                i = comment(i);
            } else {
                lineStart = false;
                i = token(i);
            }
        }
        add(TokenKind.END_OF_FILE, source.length(), source.length());
    }

    private int lineEnd(int i) {
        int end = i;
        while (end < source.length() && source.charAt(end) != '\n') {
            if (source.charAt(end) == '\\' && end + 1 < source.length()) {
                end += source.charAt(end + 1) == '\r' ? 2 : 1;
                lineStarts.add(end + 1);
            }
            end++;
        }
        return Math.min(end, source.length());
    }

    private int comment(int i) {
        int end = source.indexOf("*/", i + 2);
        end = end < 0 ? source.length() : end + 2;
        for (int k = i; k < end; k++) {
            if (source.charAt(k) == '\n') {
                lineStarts.add(k + 1);
            }
        }
        return end;
    }

    private int token(int i) {
        char c = source.charAt(i);
        int end = i + 1;
        if (Character.isLetter(c) || c == '_' || c == '$') {
            while (end < source.length() && isWord(source.charAt(end))) {
                end++;
            }
            if (end < source.length() && end - i <= 2 && (source.charAt(end) == '"' || source.charAt(end) == '\'')) {
                return quoted(i, end);
            }
            return add(TokenKind.IDENTIFIER, i, end);
        }
        if (Character.isDigit(c)) {
            while (end < source.length() && (isWord(source.charAt(end)) || source.charAt(end) == '.')) {
                end++;
            }
            String text = source.substring(i, end);
            boolean hexadecimal = text.startsWith("0x") || text.startsWith("0X");
            return add(text.indexOf('.') >= 0 && !hexadecimal ? TokenKind.FLOATING : TokenKind.INTEGER, i, end);
        }
        if (c == '"' || c == '\'') {
            return quoted(i, i);
        }
        for (TokenKind kind : PUNCTUATORS) {
            if (source.startsWith(kind.spelling(), i)) {
                return add(kind, i, i + kind.spelling().length());
            }
        }
        return add(TokenKind.UNKNOWN, i, end);
    }

    private int quoted(int start, int quote) {
        char c = source.charAt(quote);
        int end = quote + 1;
        while (end < source.length() && source.charAt(end) != c && source.charAt(end) != '\n') {
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(source.length(), end < source.length() && source.charAt(end) == '\n' ? end : end + 1);
        return add(c == '"' ? TokenKind.STRING : TokenKind.CHARACTER, start, end);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    private int add(TokenKind kind, int from, int to) {
        kinds.add(kind);
        texts.add(interned.computeIfAbsent(source.substring(from, to), text -> text));
        offsets.add(from);
        return to;
    }

    private Position position(int offset) {
        int low = 0;
        int high = lineStarts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (lineStarts.get(middle) <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return new Position(FILE, low + 1, offset - lineStarts.get(low) + 1);
    }

    @Override public int size() {
        return kinds.size();
    }

    @Override public TokenKind kind(int token) {
        return kinds.get(token);
    }

    @Override public String text(int token) {
        return texts.get(token);
    }

    @Override public Position expanded(int token) {
        return position(offsets.get(token));
    }

    @Override public Position expandedEnd(int token) {
        return position(offsets.get(token) + texts.get(token).length());
    }

    @Override public Position spelled(int token) {
        return expanded(token);
    }

    @Override public String macro(int token) {
        return "";
    }

    @Override public String condition(Span span) {
        return source(span);
    }

    @Override public String source(Span span) {
        StringBuilder text = new StringBuilder();
        for (int i = span.first(); i <= span.last(); i++) {
            if (i > span.first() && offsets.get(i - 1) + texts.get(i - 1).length() < offsets.get(i)) {
                text.append(' ');
            }
            text.append(texts.get(i));
        }
        return text.length() <= 200 ? text.toString() : text.substring(0, 199) + "…";
    }
}
