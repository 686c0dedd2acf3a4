package io.padlog.extract.preprocess;

import java.util.Arrays;

/**
 * Translation phase 2: the text without its backslash-newline pairs, and the way back to offsets in the text.
 * Offsets must be asked in rising order, since a lexer only goes forwards.
 */
final class SpliceMap {
    /** The characters, then some NUL so that a lexer may look ahead. */
    final char[] chars;
    final int length;

    /** Where in {@link #chars} a splice was taken out, and how many characters all until there had. */
    private int[] at = new int[8];
    private int[] removed = new int[8];
    private int count;
    private int next;

    SpliceMap(String text) {
        int end = text.length();
        chars = new char[end + 4];
        text.getChars(0, end, chars, 0);
        int first = text.indexOf('\\');
        length = first < 0 ? end : takeOut(first, end);
        Arrays.fill(chars, length, chars.length, '\0');
    }

    private int takeOut(int from, int end) {
        int to = from;
        for (int i = from; i < end; i++) {
            if (chars[i] == '\\') {
                int skip = chars[i + 1] == '\n' ? 2 : chars[i + 1] != '\r' ? 0 : chars[i + 2] == '\n' ? 3 : 2;
                if (skip > 0) {
                    remember(to, skip);
                    i += skip - 1;
                    continue;
                }
            }
            chars[to++] = chars[i];
        }
        return to;
    }

    private void remember(int offset, int skipped) {
        if (count == at.length) {
            at = Arrays.copyOf(at, count * 2);
            removed = Arrays.copyOf(removed, count * 2);
        }
        at[count] = offset;
        removed[count] = (count == 0 ? 0 : removed[count - 1]) + skipped;
        count++;
    }

    /** Where the character at {@code offset} is written in the text. */
    int original(int offset) {
        while (next < count && at[next] <= offset) {
            next++;
        }
        return next == 0 ? offset : offset + removed[next - 1];
    }
}
