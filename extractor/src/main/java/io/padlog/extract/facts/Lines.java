package io.padlog.extract.facts;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The lines of a stream as stretches of a buffer. A carriage return before the line feed belongs to the end. */
public final class Lines {
    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int filled;
    private int next;
    private boolean ended;
    private int from;
    private int to;
    private boolean carriageReturn;
    private long number;

    public Lines(InputStream in) {
        this.in = in;
    }

    /** Goes to the next line; what was in the buffer moves. */
    public boolean next() throws IOException {
        int scanned = next;
        while (true) {
            while (scanned < filled && buffer[scanned] != '\n') {
                scanned++;
            }
            if (scanned < filled || ended) {
                break;
            }
            int length = scanned - next;
            fill();
            scanned = next + length;
        }
        if (next == filled) {
            return false;
        }
        from = next;
        to = scanned;
        next = Math.min(scanned + 1, filled);
        carriageReturn = to > from && buffer[to - 1] == '\r';
        if (carriageReturn) {
            to--;
        }
        number++;
        return true;
    }

    private void fill() throws IOException {
        if (next > 0) {
            System.arraycopy(buffer, next, buffer, 0, filled - next);
            filled -= next;
            next = 0;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.multiplyExact(buffer.length, 2));
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        ended = read < 0;
        filled += Math.max(0, read);
    }

    /** What the line is a stretch of. */
    public byte[] bytes() {
        return buffer;
    }

    /** The place of the line's first byte. */
    public int from() {
        return from;
    }

    /** The place after the last byte of the line. */
    public int to() {
        return to;
    }

    /** How the line ends. */
    public String end() {
        return carriageReturn ? "\r\n" : "\n";
    }

    /** From 1. */
    public long number() {
        return number;
    }
}
