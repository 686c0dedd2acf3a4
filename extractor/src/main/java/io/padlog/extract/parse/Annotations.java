package io.padlog.extract.parse;

import io.padlog.extract.source.Span;
import io.padlog.extract.syntax.Declaration.Annotation;
import io.padlog.extract.token.TokenBuffer;
import io.padlog.extract.token.TokenKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the annotations that {@link UnitTokens} took out of the stream, by where they stood. */
final class Annotations {
    private final UnitTokens tokens;
    private final TokenBuffer buffer;

    Annotations(UnitTokens tokens) {
        this.tokens = tokens;
        this.buffer = tokens.buffer;
    }

    /** Adds those between two tokens of the buffer, both exclusive, in order. */
    void collect(int after, int before, List<Annotation> found) {
        if (before - after < 2) {
            return;
        }
        int i = Arrays.binarySearch(tokens.annotationFirst, 0, tokens.annotations, after + 1);
        for (i = i < 0 ? -i - 1 : i; i < tokens.annotations && tokens.annotationFirst[i] < before; i++) {
            read(tokens.annotationFirst[i], tokens.annotationLast[i], found);
        }
    }

    private void read(int first, int last, List<Annotation> found) {
        if (buffer.kind(first) == TokenKind.LEFT_BRACKET) {
            list(first + 2, last - 1, found);
            return;
        }
        String word = buffer.text(first);
        switch (word) {
            case "__declspec", "_declspec" -> list(first + 2, last, found);
            case "__attribute__", "__attribute" -> list(first + 3, last - 1, found);
            default -> {
                String name = word.equals("_Noreturn") ? "noreturn" : word;
                List<String> arguments = last > first ? arguments(first + 2, last) : List.of();
                found.add(new Annotation(new Span(first, last), name, arguments));
            }
        }
    }

    /** Attributes in [from, to): names with or without arguments, separated by commas or, for MSVC, by nothing. */
    private void list(int from, int to, List<Annotation> found) {
        int i = from;
        while (i < to) {
            if (buffer.kind(i) != TokenKind.IDENTIFIER || buffer.kind(i + 1) == TokenKind.DOUBLE_COLON) {
                i++;
                continue;
            }
            int end = i;
            List<String> arguments = List.of();
            if (i + 1 < to && buffer.kind(i + 1) == TokenKind.LEFT_PAREN) {
                end = closing(i + 1, to);
                arguments = arguments(i + 2, end);
            }
            found.add(new Annotation(new Span(i, end), plain(buffer.text(i)), arguments));
            i = end + 1;
        }
    }

    /** GNU's {@code __noreturn__} is {@code noreturn}. */
    private static String plain(String name) {
        boolean wrapped = name.length() > 4 && name.startsWith("__") && name.endsWith("__");
        return wrapped ? name.substring(2, name.length() - 2) : name;
    }

    private int closing(int open, int limit) {
        int depth = 0;
        for (int i = open; i < limit; i++) {
            if (buffer.kind(i) == TokenKind.LEFT_PAREN) {
                depth++;
            } else if (buffer.kind(i) == TokenKind.RIGHT_PAREN && --depth == 0) {
                return i;
            }
        }
        return limit;
    }

    /** The source text between the commas of [from, to). */
    List<String> arguments(int from, int to) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int start = from;
        for (int i = from; i <= to; i++) {
            TokenKind kind = buffer.kind(i);
            if (i == to || depth == 0 && kind == TokenKind.COMMA) {
                if (i > start) {
                    arguments.add(buffer.source(new Span(start, i - 1)));
                } else if (i < to || !arguments.isEmpty()) {
                    arguments.add("");
                }
                start = i + 1;
            } else if (kind == TokenKind.LEFT_PAREN || kind == TokenKind.LEFT_BRACE || kind == TokenKind.LEFT_BRACKET) {
                depth++;
            } else if (kind == TokenKind.RIGHT_PAREN || kind == TokenKind.RIGHT_BRACE || kind == TokenKind.RIGHT_BRACKET) {
                depth--;
            }
        }
        return arguments;
    }
}
