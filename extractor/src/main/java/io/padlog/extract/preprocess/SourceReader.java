package io.padlog.extract.preprocess;

import io.padlog.extract.source.SourceFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Bytes to text: UTF-8 and UTF-16 by byte order mark, else UTF-8 if it is that, else Latin-1, in which any byte is a character. */
final class SourceReader {
    /** One control character in so many bytes is more than text has. */
    private static final int MOST_CONTROLS = 20;

    /** Larger files are not written by people; the largest generated register headers of Linux have some 25 MB. */
    static final long LARGEST = 32L << 20;

    private SourceReader() {}

    /** Why a file cannot be read, for its reader. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message);
        }
    }

    static SourceText read(SourceFile file) throws Unreadable {
        byte[] bytes;
        try {
            if (!Files.isRegularFile(file.path())) {
                throw new Unreadable(Files.exists(file.path()) ? "not a regular file" : "no such file");
            }
            long size = Files.size(file.path());
            if (size > LARGEST) {
                throw new Unreadable("has " + (size >> 20) + " MB; files above " + (LARGEST >> 20) + " MB are not read");
            }
            bytes = Files.readAllBytes(file.path());
        } catch (IOException e) {
            throw new Unreadable("cannot be read: " + e);
        }
        return new SourceText(file, decode(bytes));
    }

    static String decode(byte[] bytes) throws Unreadable {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return utf8OrLatin1(bytes, 3);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return withoutNul(decode(bytes, 2, StandardCharsets.UTF_16LE));
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return withoutNul(decode(bytes, 2, StandardCharsets.UTF_16BE));
        }
        return utf8OrLatin1(bytes, 0);
    }

    private static String utf8OrLatin1(byte[] bytes, int from) throws Unreadable {
        int seen = 0;
        boolean nul = false;
        int controls = 0;
        for (int i = from; i < bytes.length; i++) {
            seen |= bytes[i];
            nul |= bytes[i] == 0;
            controls += bytes[i] >= 0 && bytes[i] < ' ' && !isSpace(bytes[i]) ? 1 : 0;
        }
        if (nul) {
            throw new Unreadable("looks binary: it has NUL bytes and no UTF-16 byte order mark; leave it out with --exclude");
        }
        if (controls > bytes.length / MOST_CONTROLS) {
            throw new Unreadable("looks binary: it has many control characters; leave it out with --exclude");
        }
        if (seen >= 0) {
            return new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, bytes.length - from)).toString();
        } catch (CharacterCodingException e) {
            return decode(bytes, from, StandardCharsets.ISO_8859_1);
        }
    }

    /** Horizontal tab to carriage return; also the end-of-file mark of old editors. */
    private static boolean isSpace(byte character) {
        return character >= '\t' && character <= '\r' || character == 0x1A;
    }

    private static String withoutNul(String text) throws Unreadable {
        if (text.indexOf('\0') >= 0) {
            throw new Unreadable("looks binary: it has NUL characters; leave it out with --exclude");
        }
        return text;
    }

    private static String decode(byte[] bytes, int from, Charset charset) {
        return new String(bytes, from, bytes.length - from, charset);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
