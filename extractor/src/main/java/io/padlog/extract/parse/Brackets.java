package io.padlog.extract.parse;

import java.util.Arrays;

/**
 * Which bracket closes which. Feed the brackets in order; one that has no partner is left alone, so that a missing brace
 * costs the function that misses it and no other.
 */
final class Brackets {
    private int[] open = new int[64];
    private char[] closer = new char[64];
    private int depth;
    private int braces;

    void clear() {
        depth = 0;
        braces = 0;
    }

    void open(int index, char closedBy) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
            closer = Arrays.copyOf(closer, depth * 2);
        }
        open[depth] = index;
        closer[depth++] = closedBy;
        if (closedBy == '}') {
            braces++;
        }
    }

    /** @return the bracket that this one closes, or -1; parentheses left open inside braces are given up */
    int close(char bracket) {
        if (bracket == '}') {
            if (braces == 0) {
                return -1;
            }
            while (closer[depth - 1] != '}') {
                depth--;
            }
            braces--;
            return open[--depth];
        }
        for (int level = depth - 1; level >= 0 && closer[level] != '}'; level--) {
            if (closer[level] == bracket) {
                depth = level;
                return open[level];
            }
            // A run of unclosed openers must not be searched again and again.
            if (depth - level > 8) {
                break;
            }
        }
        return -1;
    }

    boolean isEmpty() {
        return depth == 0;
    }

    /** How many braces are still open. */
    int openBraces() {
        return braces;
    }
}
