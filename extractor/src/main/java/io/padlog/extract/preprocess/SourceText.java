package io.padlog.extract.preprocess;

import io.padlog.extract.source.Position;
import io.padlog.extract.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/** The decoded text of one file. Offsets count UTF-16 units from 0, after any byte order mark. Safe to share. */
final class SourceText {
    private final SourceFile file;
    private final String text;
    /** Made when first asked for; two threads at once make the same. */
    private volatile int[] lineStarts = new int[0];

    SourceText(SourceFile file, String text) {
        this.file = Objects.requireNonNull(file);
        this.text = Objects.requireNonNull(text);
    }

    SourceFile file() {
        return file;
    }

    String text() {
        return text;
    }

    int length() {
        return text.length();
    }

    /** The line, from 1, that holds the character at {@code offset}. */
    int line(int offset) {
        int found = Arrays.binarySearch(lines(), offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    Position position(int offset) {
        int line = line(offset);
        int start = lines()[line - 1];
        return new Position(file, line, text.codePointCount(start, Math.max(start, Math.min(offset, text.length()))) + 1);
    }

    private int[] lines() {
        int[] made = lineStarts;
        if (made.length == 0) {
            made = findLines();
            lineStarts = made;
        }
        return made;
    }

    private int[] findLines() {
        int[] starts = new int[Math.max(16, text.length() / 24)];
        int count = 1;
        // Before the last compiler has been there, an array is several times as fast as a string's characters. Most texts
        // are Latin-1 in memory and so copied as they are; of another one, a character is no line end if it reads as '?'.
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length != text.length()) {
            bytes = withoutPairs().getBytes(StandardCharsets.ISO_8859_1);
        }
        int length = bytes.length;
        for (int i = 0; i < length; i++) {
            byte c = bytes[i];
            if (c <= '\r' && (c == '\n' || c == '\r' && !(i + 1 < length && bytes[i + 1] == '\n'))) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    /** With two characters for each that takes two units. */
    private String withoutPairs() {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = Character.isSurrogate(chars[i]) ? '?' : chars[i];
        }
        return new String(chars);
    }

    /**
     * The text from {@code begin} to {@code end} without comments and line splices, white space folded to one blank.
     *
     * @param limit most characters wanted; a longer text is cut and ends in "…"
     */
    String folded(int begin, int end, int limit) {
        StringBuilder folded = new StringBuilder();
        boolean blank = false;
        int i = begin;
        while (i < end && folded.length() <= limit) {
            int next = skipBlank(i, end);
            if (next > i) {
                blank = true;
                i = next;
                continue;
            }
            if (blank && folded.length() > 0) {
                folded.append(' ');
            }
            blank = false;
            char c = text.charAt(i);
            next = c == '"' || c == '\'' ? literalEnd(i, end) : i + 1;
            folded.append(text, i, Math.min(next, i + limit + 1));
            i = next;
        }
        return cut(folded, limit);
    }

    private static String cut(StringBuilder folded, int limit) {
        if (folded.length() > limit) {
            int length = limit - 1;
            folded.setLength(Character.isHighSurrogate(folded.charAt(length - 1)) ? length - 1 : length);
            folded.append('…');
        }
        return folded.toString();
    }

    /** Where the white space, splice or comment at {@code i} ends; {@code i} if there is none. */
    private int skipBlank(int i, int end) {
        char c = text.charAt(i);
        if (c <= ' ') {
            return i + 1;
        }
        if (i + 1 >= end) {
            return i;
        }
        char next = text.charAt(i + 1);
        if (c == '\\' && (next == '\n' || next == '\r')) {
            return i + 2;
        }
        if (c == '/' && next == '*') {
            int close = text.indexOf("*/", i + 2);
            return close < 0 || close + 2 > end ? end : close + 2;
        }
        if (c == '/' && next == '/') {
            int stop = i;
            while (stop < end && text.charAt(stop) != '\n' && text.charAt(stop) != '\r') {
                stop++;
            }
            return stop;
        }
        return i;
    }

    private int literalEnd(int begin, int end) {
        char quote = text.charAt(begin);
        for (int i = begin + 1; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i + 1;
            } else if (c == '\n') {
                return begin + 1;
            }
        }
        return begin + 1;
    }
}
