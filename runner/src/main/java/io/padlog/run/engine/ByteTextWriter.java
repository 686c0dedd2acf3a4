package io.padlog.run.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;

/** Writes texts as the bytes that they stand for, see {@link ByteText}. */
public final class ByteTextWriter extends Writer {
    private static final int LONGEST = 4;

    private final OutputStream out;
    private final byte[] bytes = new byte[1 << 13];
    private int count;
    private char high;

    public ByteTextWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(char[] chars, int from, int length) throws IOException {
        for (int at = from; at < from + length; at++) {
            char c = chars[at];
            boolean pair = high != 0 && Character.isLowSurrogate(c);
            if (high != 0 && !pair) {
                point('?');
            }
            if (!Character.isHighSurrogate(c)) {
                point(pair ? Character.toCodePoint(high, c) : !Character.isSurrogate(c) || ByteText.isStray(c) ? c : '?');
            }
            // The other half may come with the next call.
            high = Character.isHighSurrogate(c) ? c : 0;
        }
    }

    private void point(int point) throws IOException {
        if (count > bytes.length - LONGEST) {
            empty();
        }
        if (point < 0x80 || ByteText.isStray(point)) {
            bytes[count++] = (byte) point;
        } else if (point < 0x800) {
            bytes[count++] = (byte) (0xC0 | point >> 6);
            bytes[count++] = (byte) (0x80 | point & 0x3F);
        } else {
            if (point < 0x10000) {
                bytes[count++] = (byte) (0xE0 | point >> 12);
            } else {
                bytes[count++] = (byte) (0xF0 | point >> 18);
                bytes[count++] = (byte) (0x80 | point >> 12 & 0x3F);
            }
            bytes[count++] = (byte) (0x80 | point >> 6 & 0x3F);
            bytes[count++] = (byte) (0x80 | point & 0x3F);
        }
    }

    private void empty() throws IOException {
        out.write(bytes, 0, count);
        count = 0;
    }

    @Override
    public void flush() throws IOException {
        empty();
        out.flush();
    }

    @Override
    public void close() throws IOException {
        empty();
        out.close();
    }
}
