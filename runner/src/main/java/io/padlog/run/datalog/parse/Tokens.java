package io.padlog.run.datalog.parse;

import io.padlog.run.datalog.syntax.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A program's tokens, includes put in their places, as columns. */
final class Tokens {
    private TokenKind[] kinds = new TokenKind[1024];
    private String[] texts = new String[1024];
    private int[] files = new int[1024];
    /** four ints a token: line, column, line and column of the end */
    private int[] places = new int[4096];
    private int size;
    private final List<String> fileNames = new ArrayList<>();
    /** documentation before a token, where there is some: the token's number, and the text at the same index */
    private int[] documented = new int[64];
    private final List<String> docs = new ArrayList<>();

    int addFile(String name) {
        fileNames.add(name);
        return fileNames.size() - 1;
    }

    void add(TokenKind kind, String text, int file, int line, int column, int endLine, int endColumn) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, size * 2);
            texts = Arrays.copyOf(texts, size * 2);
            files = Arrays.copyOf(files, size * 2);
            places = Arrays.copyOf(places, size * 8);
        }
        kinds[size] = kind;
        texts[size] = text;
        files[size] = file;
        int place = size * 4;
        places[place] = line;
        places[place + 1] = column;
        places[place + 2] = endLine;
        places[place + 3] = endColumn;
        size++;
    }

    /** Takes off all tokens from {@code newSize} on. */
    void truncate(int newSize) {
        size = newSize;
    }

    /** Adds a token of a macro's expansion; it stands where the macro was used, from token to token. */
    void addExpanded(TokenKind kind, String text, Range use, int file) {
        add(kind, text, file, use.line(), use.column(), use.endLine(), use.endColumn());
    }

    /** Documents the token that will be added next. */
    void addDoc(String text) {
        if (docs.size() == documented.length) {
            documented = Arrays.copyOf(documented, docs.size() * 2);
        }
        documented[docs.size()] = size;
        docs.add(text);
    }

    int size() {
        return size;
    }

    TokenKind kind(int token) {
        return kinds[token];
    }

    /** The name, digits or characters; "" for a token that is always spelled alike. */
    String text(int token) {
        return texts[token];
    }

    /** The number of the file that a token stands in. */
    int file(int token) {
        return files[token];
    }

    /** The documentation before a token, or "". */
    String doc(int token) {
        int at = Arrays.binarySearch(documented, 0, docs.size(), token);
        if (at < 0) {
            return "";
        }
        String text = docs.get(at);
        for (int before = at - 1; before >= 0 && documented[before] == token; before--) {
            text = docs.get(before) + "\n" + text;
        }
        for (int after = at + 1; after < docs.size() && documented[after] == token; after++) {
            text = text + "\n" + docs.get(after);
        }
        return text;
    }

    Range range(int token) {
        int place = token * 4;
        return new Range(
                fileNames.get(files[token]), places[place], places[place + 1], places[place + 2], places[place + 3]);
    }

    /** From the beginning of the first token to the end of the last one. */
    Range range(int first, int last) {
        int place = first * 4;
        int end = last * 4;
        return new Range(
                fileNames.get(files[first]), places[place], places[place + 1], places[end + 2], places[end + 3]);
    }
}
