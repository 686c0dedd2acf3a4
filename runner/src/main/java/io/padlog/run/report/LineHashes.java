package io.padlog.run.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A hash of each line of a file and what follows it, which code scanning services compare to recognise a finding after an edit
 * elsewhere. It must be the one that GitHub's own uploader computes where a report has none: a polynomial of base 37
 * modulo 2^64 over the next 100 characters without blanks and tabs, line ends being line feeds, and {@code :n} for the
 * n-th line with this hash.
 */
final class LineHashes {
    private static final int BLOCK = 100;
    private static final long BASE = 37;
    private static final char END_OF_FILE = 65535;
    private static final long OLDEST = power();

    private final char[] window = new char[BLOCK];
    private final int[] lineStarts = new int[BLOCK];
    private final Map<Long, Integer> counts = new HashMap<>();
    private final List<String> hashes = new ArrayList<>();
    private long hash;
    private int index;

    private LineHashes() {
        Arrays.fill(lineStarts, -1);
    }

    /** The hash of each line of {@code text}; what follows the last line end counts as a line. */
    static List<String> of(String text) {
        LineHashes hashes = new LineHashes();
        hashes.read(text);
        return hashes.hashes;
    }

    private void read(String text) {
        boolean lineStart = true;
        int line = 0;
        for (int at = 0; at <= text.length(); at++) {
            char c = at == text.length() ? END_OF_FILE : text.charAt(at);
            if (c == ' ' || c == '\t' || c == '\n' && at > 0 && text.charAt(at - 1) == '\r') {
                continue;
            }
            giveOldest();
            if (lineStart) {
                lineStarts[index] = line++;
            }
            lineStart = c == '\n' || c == '\r';
            add(lineStart ? '\n' : c);
        }
        for (int rest = 0; rest < BLOCK; rest++) {
            giveOldest();
            add('\0');
        }
    }

    /** The window is full for the line that begins with its oldest character, if one does. */
    private void giveOldest() {
        if (lineStarts[index] >= 0) {
            hashes.add(Long.toHexString(hash) + ":" + counts.merge(hash, 1, Integer::sum));
            lineStarts[index] = -1;
        }
    }

    private void add(char c) {
        hash = BASE * hash + c - OLDEST * window[index];
        window[index] = c;
        index = (index + 1) % BLOCK;
    }

    private static long power() {
        long power = 1;
        for (int factor = 0; factor < BLOCK; factor++) {
            power *= BASE;
        }
        return power;
    }
}
