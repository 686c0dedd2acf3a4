package io.padlog.run.engine;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts as Soufflé has them: any bytes, mostly UTF-8. A byte that is not part of a character, since {@code substr} cut one
 * in two say, is a lone surrogate here: U+DC80 to U+DCFF for 0x80 to 0xFF, as Python has it (PEP 383).
 */
public final class ByteText {
    private static final int STRAY = 0xDC00;

    private ByteText() {}

    /** The text of bytes, each of which is kept. */
    public static String decode(byte[] bytes, int from, int to) {
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        // Java puts this where it cannot read on; it may be in the text, too.
        return text.indexOf('\uFFFD') < 0 ? text : decodeEach(bytes, from, to);
    }

    public static String decode(byte[] bytes) {
        return decode(bytes, 0, bytes.length);
    }

    private static String decodeEach(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        for (int at = from; at < to; ) {
            int length = Math.min(to - at, length(bytes[at]));
            try {
                text.append(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, length)));
                at += length;
            } catch (CharacterCodingException e) {
                text.append((char) (STRAY + (bytes[at] & 0xFF)));
                at++;
            }
        }
        return text.toString();
    }

    /** How many bytes the character has that begins with this one. */
    private static int length(byte first) {
        return first >= 0 ? 1 : (first & 0xE0) == 0xC0 ? 2 : (first & 0xF0) == 0xE0 ? 3 : (first & 0xF8) == 0xF0 ? 4 : 1;
    }

    /** By bytes; but for surrogates, that is the order of the characters. */
    public static int compare(String one, String other) {
        int common = Math.min(one.length(), other.length());
        for (int i = 0; i < common; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                return Character.isSurrogate(a) || Character.isSurrogate(b)
                        ? Arrays.compareUnsigned(encode(one), encode(other))
                        : Character.compare(a, b);
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    /** The bytes that {@link #decode} made this text of. */
    public static byte[] encode(String text) {
        if (!hasStray(text)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        byte[] bytes = new byte[text.length() * 3];
        int count = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int point = text.codePointAt(at);
            if (isStray(point)) {
                bytes[count++] = (byte) point;
            } else {
                for (byte one : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                    bytes[count++] = one;
                }
            }
        }
        return Arrays.copyOf(bytes, count);
    }

    /** Whether a code point stands for a byte that is not part of a character. */
    static boolean isStray(int point) {
        return point >= STRAY + 0x80 && point <= STRAY + 0xFF;
    }

    /** Whether a text has bytes that are not part of a character. */
    public static boolean hasStray(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (isStray(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)))) {
                return true;
            }
        }
        return false;
    }

    /** How many bytes a text has. */
    public static int length(String text) {
        int bytes = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Character.isHighSurrogate(c)) {
                bytes += 4;
                at++;
            } else {
                bytes += c < 0x80 || isStray(c) ? 1 : c < 0x800 ? 2 : 3;
            }
        }
        return bytes;
    }

    /** A character for each byte, for what reads bytes one by one. */
    public static String spread(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 0x80) {
                return new String(encode(text), StandardCharsets.ISO_8859_1);
            }
        }
        return text;
    }
}
